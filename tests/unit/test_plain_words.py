"""The texts that come with the module are short, plain and well set (C12)."""

import re

import pytest
from bs4 import BeautifulSoup

from cookie_pages.rules.wording import vague_phrases

pytestmark = pytest.mark.django_db
LONGEST_SENTENCE = 25  # words
# Björnsson's LIX, for any language: below 40 a text is easy, from 50 on it is hard.
HARDEST = 45
SURFACES = {
    "fr": ["/decouvrir/", "/cookies/"],
    "en": ["/en/discover/", "/cookies/"],
}


@pytest.fixture(params=SURFACES)
def spoken(demo_content, request, client, publish_now):
    """The language, and each paragraph of the module's own surfaces in it."""
    publish_now()
    client.cookies["django_language"] = request.param
    found = []
    for address in SURFACES[request.param]:
        page = BeautifulSoup(client.get(address).content, "html.parser")
        if banner := page.select_one("[data-panel]"):
            panel = client.get(banner["data-panel"]).content
            page.append(BeautifulSoup(panel, "html.parser").dialog)
        for surface in page.select(
            "#cookie-banner, #cookie-panel, .cookie-placeholder, .cookie-page"
        ):
            # The seed's own rows stay word for word, typos too.
            for row in surface.select("[data-storage]"):
                row.decompose()
            for item in surface.select("p, li, legend, summary, h1, h2, button, label"):
                found.append(re.sub(r"[ \t\n]+", " ", item.get_text()).strip())
    assert len(found) > 40
    return request.param, found


def words(text):
    return re.findall(r"[\w’'-]+", text)


def sentences(text):
    return [part for part in re.split(r"[.!?:;]\s", text) if words(part)]


def test_a_pupil_can_read_them(spoken):
    _, paragraphs = spoken
    texts = [text for text in paragraphs if len(words(text)) >= 6]
    every = [part for text in texts for part in sentences(text)]
    assert [part for part in every if len(words(part)) > LONGEST_SENTENCE] == []
    count = [word for part in every for word in words(part)]
    long = [word for word in count if len(word) > 6]
    lix = len(count) / len(every) + 100 * len(long) / len(count)
    assert lix <= HARDEST


def test_none_says_nothing(spoken):
    """C12."""
    assert [text for text in spoken[1] if vague_phrases(text)] == []


def test_they_are_set_as_their_language_sets_them(spoken):
    language, paragraphs = spoken
    wrong = r"""(?<=\w)'(?=\w)|"|\.\.\.|  """
    # In French: no breaking space inside guillemets or before double punctuation.
    wrong += r"| [:;?!»]|« |\w[?!;»]|«\w" if language == "fr" else r"| [:;?!]|[«»]"
    assert [text for text in paragraphs if re.search(wrong, text)] == []
