"""Chromium, as the other browser tests use it."""

import os

from playwright.sync_api import Error, sync_playwright

from tests.browser import chromium

from .visitor import Visitor


class Element:
    def __init__(self, locator):
        self.is_displayed, self.click = locator.is_visible, locator.click
        self.text = locator.inner_text()


class Chromium(Visitor):
    HELP = chromium.HELP
    LEAVING = Error
    KEYS = {"tab": "Tab", "shift tab": "Shift+Tab", "escape": "Escape"}

    @staticmethod
    def program():
        return chromium.find()

    def __init__(self, program, home):
        super().__init__(home)
        args = ["--no-sandbox"] if os.geteuid() == 0 else []
        self.playwright = sync_playwright().start()
        self.browser = self.playwright.chromium.launch(
            executable_path=program, args=args
        )
        self.page = self.browser.new_page(locale="fr-FR")

    def close(self):
        self.browser.close()
        self.playwright.stop()

    def navigate(self, address):
        self.page.goto(address)

    def run(self, script, *arguments):
        return self.page.evaluate(f"all => ({script})(...all)", list(arguments))

    def elements(self, selector):
        return [Element(found) for found in self.page.locator(selector).all()]

    def send(self, key):
        self.page.keyboard.press(key)

    def cookies(self):
        return {cookie["name"]: cookie for cookie in self.page.context.cookies()}
