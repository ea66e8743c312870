"""The script and the server read the same choice from the same cookies, whatever is in them."""

import random
import time
from pathlib import Path

import pytest
from django.test import RequestFactory

import cookie_pages
from cookie_pages.consent.visitor import current_choice, notice_for

SOURCE = Path(cookie_pages.__file__).parent / "static_src"
READ = """async ([lines, data, flags]) => {
  const { read } = await import("/grammar/choice.js");
  let line;
  Object.defineProperty(document, "cookie", { get: () => line, configurable: true });
  return lines.map((next) => {
    line = next;
    return read(data, flags);
  });
}"""
ODD = [*"&=?\"'%+ ;,:\\/[]()<>@#!_.-0129aZé\t", "&&", "==", "%3D", "; ", "🍪"]
NAME = "cookies_preferences"


TERMS = ["1"] * 20 + ["2", "7", "0", "01", "", "1.0", "-1"]
AGES = [0, 5, 86_000, -9] * 5 + [182 * 86_400 + 9, -90_000]
TIMES = ["", "0", "9" * 11, "9" * 12, "1e9"]
ANSWERS = ["0", "1"] * 20 + ["2", "x", "01", "true"]
OTHERS = ["other"] * 9 + ["constructor", "a" * 41, "A", "__proto__"]


def value(pick, now):
    """A choice, a good one more often than not."""
    at = pick.choice([str(now - pick.choice(AGES))] * 30 + TIMES)
    pairs = [("terms", pick.choice(TERMS)), ("at", at)]
    pairs += [("statistics", pick.choice(ANSWERS)), ("video", pick.choice(ANSWERS))]
    if pick.random() < 0.3:
        pairs.append((pick.choice(OTHERS), "1"))
    if pick.random() < 0.2:
        pairs = pick.sample(pairs, pick.randint(2, len(pairs)))
    if pick.random() < 0.05:
        pairs.append(pick.choice(pairs))
    text = "&".join("=".join(pair) for pair in pairs)
    return f'"{text}"' if pick.random() < 0.1 else text


def damaged(pick, text):
    for _ in range(pick.choice([0, 0, 0, 1, 1, 2])):
        at = pick.randrange(len(text) + 1)
        text = text[:at] + pick.choice(ODD) + text[at + pick.randint(0, 1) :]
    return text


def lines(count):
    """What a browser may send as ``Cookie``: one or several of ours, beside others."""
    pick = random.Random(16)
    now = int(time.time())
    for _ in range(count):
        mine = [
            f"{pick.choice([NAME] * 9 + [NAME + '2', NAME.upper()])}={value(pick, now)}"
            for _ in range(pick.choice([1, 1, 1, 2, 3]))
        ]
        others = pick.sample(["a=1", "session=x=y", NAME, f"x{NAME}=terms=1"], 2)
        everything = mine + others[: pick.randint(0, 2)]
        pick.shuffle(everything)
        yield damaged(pick, "; ".join(everything))


@pytest.fixture
def read_by_script(visitor):
    visitor.context.route(
        "**/grammar/*.js",
        lambda route: route.fulfill(path=SOURCE / route.request.url.rpartition("/")[2]),
    )
    visitor.open("/")
    data = visitor.banner.evaluate("({ dataset }) => ({ ...dataset })")
    flags = {"statistics": 1, "video": 1}
    return lambda cookies: visitor.page.evaluate(READ, [cookies, data, flags])


def read_by_server(line):
    # As WSGI has it: each byte a character.
    request = RequestFactory().get("/", HTTP_COOKIE=line.encode().decode("latin-1"))
    choice = current_choice(request, notice_for(request))
    if not choice:
        return {"choices": {}, "at": 0, "stale": False}
    return {
        "choices": choice.answers,
        "at": choice.at,
        "stale": choice.terms > 1,
    }


def test_four_thousand_odd_cookies_are_read_alike(read_by_script):
    cookies = list(lines(4000))
    by_script = read_by_script(cookies)
    by_server = [read_by_server(line) for line in cookies]
    assert 1000 < sum(bool(choice["at"]) for choice in by_server) < 3000
    differ = [
        (line, script, server)
        for line, script, server in zip(cookies, by_script, by_server, strict=True)
        if script != server
    ]
    assert differ == []
