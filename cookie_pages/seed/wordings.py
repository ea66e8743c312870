"""Ready-made wordings, written for this project: inserted by a click, then edited.

Each is a title and the words by field. Translated where they are used, in the language of what is
edited.
"""

from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Wording(NamedTuple):
    title: Promise
    fields: dict[str, Promise]

    def texts(self) -> dict[str, str]:
        return {name: str(text) for name, text in self.fields.items()}


def purpose(name, description, personal_data):
    words = {"name": name, "description": description, "personal_data": personal_data}
    return Wording(name, words)


PURPOSE = {
    "audience": purpose(
        _("Audience measurement"),
        _(
            "Count visits page by page, to know which pages help and which need mending."
        ),
        _("IP address, pages viewed, browser"),
    ),
    "videos": purpose(
        _("Videos"),
        _(
            "Play in the page videos that another site hosts. That site then receives your IP "
            "address and may store and read trackers on your device."
        ),
        _("IP address, browser, videos played"),
    ),
    "maps": purpose(
        _("Maps"),
        _(
            "Show in the page maps that another site hosts. That site then receives your IP "
            "address and the places that you look at."
        ),
        _("IP address, browser, places looked at"),
    ),
    "social": purpose(
        _("Social networks"),
        _(
            "Show in the page posts of social networks, which then receive your IP address and "
            "can recognise you if you are logged in there."
        ),
        _("IP address, browser, pages viewed"),
    ),
    "help": purpose(
        _("Online help"),
        _(
            "Write to us in a conversation window, which keeps what you write from one page to "
            "the next."
        ),
        _("IP address, messages, pages viewed"),
    ),
    "robots": purpose(
        _("Protection of forms against robots"),
        _(
            "Tell people from robots before a form is sent, with a service that reads how the "
            "page is used."
        ),
        _("IP address, browser, gestures in the page"),
    ),
    "necessary": purpose(
        _("Necessary cookies"),
        _(
            "Keep you logged in, keep your language and your answer about cookies, and protect "
            "forms. They are stored only when you use these services."
        ),
        _("session identifier, language, answer about cookies"),
    ),
}

COOKIE = {
    "session": Wording(
        _("Session"),
        {
            "service": _("Login"),
            "finality": _("Recognise a user who is logged in, from page to page."),
            "exemption_reason": _(
                "Without it, a user would have to log in again on each page."
            ),
        },
    ),
    "forms": Wording(
        _("Forms"),
        {
            "service": _("Forms"),
            "finality": _("Protect forms and requests against forgery."),
            "exemption_reason": _(
                "Without it, the site couldn't tell a form that its visitor sends from a forged "
                "one."
            ),
        },
    ),
    "language": Wording(
        _("Language"),
        {
            "service": _("Language switch"),
            "finality": _("Keep the language that the visitor chose."),
            "exemption_reason": _(
                "The visitor asked for this language, and expects it on the next page."
            ),
        },
    ),
    "choice": Wording(
        _("Choice about cookies"),
        {
            "service": _("Cookie banner"),
            "finality": _(
                "Keep the visitor's answer about cookies, purpose by purpose."
            ),
            "exemption_reason": _("Without it, the banner would ask on each page."),
        },
    ),
    "messages": Wording(
        _("Messages after a form"),
        {
            "service": _("Forms"),
            "finality": _("Say on the next page whether a form was sent."),
            "exemption_reason": _(
                "Without it, who sends a form wouldn't learn whether it arrived."
            ),
        },
    ),
    "interface": Wording(
        _("Layout of the administration"),
        {
            "service": _("Administration of the site (editors only)"),
            "finality": _("Keep the menu open or closed, as the editor left it."),
            "exemption_reason": _(
                "The editor closed the menu, and expects it closed on the next page."
            ),
        },
    ),
}

PROVIDER = {
    "united-states": Wording(
        _("United States: adequacy decision"),
        {
            "safeguard": _(
                "adequacy decision of 10 July 2023 (EU-US Data Privacy Framework)"
            )
        },
    ),
    "clauses": Wording(
        _("Standard contractual clauses"),
        {
            "safeguard": _(
                "standard contractual clauses of the European Commission (decision 2021/914)"
            )
        },
    ),
    "adequacy": Wording(
        _("Adequacy decision"),
        {"safeguard": _("adequacy decision of the European Commission")},
    ),
}

BANNER = [
    Wording(_("Cookies: your choice"), {"heading": _("Cookies: your choice")}),
    Wording(_("Your data, your choice"), {"heading": _("Your data, your choice")}),
    Wording(
        _("“Accept all” and “Reject all”"),
        {"accept_label": _("Accept all"), "refuse_label": _("Reject all")},
    ),
    Wording(
        _("“Allow all” and “Deny all”"),
        {"accept_label": _("Allow all"), "refuse_label": _("Deny all")},
    ),
    Wording(
        _("First sentence: with your consent"),
        {
            "text": _(
                "We ask for your consent before we store or read cookies and other trackers on "
                "your device, for these purposes:"
            )
        },
    ),
    Wording(
        _("First sentence: nothing before your answer"),
        {
            "text": _(
                "Until you accept, this site stores and reads only the trackers that it needs to "
                "work. With your consent, it uses others for these purposes:"
            )
        },
    ),
    Wording(
        _("Where nothing needs consent"),
        {
            "information_text": _(
                "This site uses only the cookies that it needs to work: there is nothing to "
                "accept. The cookie charter lists them."
            )
        },
    ),
]
