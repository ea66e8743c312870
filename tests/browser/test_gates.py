"""What a gate holds does nothing until it is accepted, and then works at once, in order."""

import pytest
from playwright.sync_api import expect

INSERT = """html => {
  const parser = document.createElement("div");
  const template = document.createElement("template");
  template.dataset.consent = "statistics";
  for (const item of html) {
    const made = document.createElement(item.tag);
    for (const name in item.attributes) made.setAttribute(name, item.attributes[name]);
    if (item.text) made.append(item.text);
    template.content.append(made);
  }
  document.querySelector("main").append(template);
}"""


@pytest.fixture
def plain(visit):
    """A visitor of a page without a policy, so that a test may write inline scripts."""
    visitor = visit(bypass_csp=True)
    visitor.open("/")
    return visitor


def script(text="", **attributes):
    return {"tag": "script", "attributes": attributes, "text": text}


def accept(visitor):
    visitor.button("Tout accepter").click()
    visitor.page.wait_for_timeout(500)


def serve(visitor, delays):
    def answer(route):
        name = route.request.url.rsplit("/", 1)[1]
        visitor.page.wait_for_timeout(delays[name])
        route.fulfill(
            body=f"(window.ran ??= []).push('{name}')", content_type="text/javascript"
        )

    for name in delays:
        visitor.context.route(f"**/scripts/{name}", answer)


def test_scripts_run_once_and_in_order_external_and_inline(plain):
    serve(plain, {"slow.js": 200, "fast.js": 0})
    plain.page.evaluate(
        INSERT,
        [
            script(src="/scripts/slow.js"),
            script("(window.ran ??= []).push('inline')"),
            script(src="/scripts/fast.js", type="module"),
        ],
    )
    plain.page.wait_for_timeout(200)
    assert plain.page.evaluate("window.ran") is None
    accept(plain)
    plain.page.wait_for_function("ran.length > 2")
    assert plain.page.evaluate("ran") == ["slow.js", "inline", "fast.js"]
    plain.page.wait_for_timeout(200)
    assert len(plain.page.evaluate("ran")) == 3


def test_a_script_that_fails_or_throws_stops_nothing_else(plain):
    plain.page.evaluate(
        INSERT,
        [
            script(src="/scripts/missing.js"),
            script("throw new Error('on purpose')"),
            script("window.ran = ['after']"),
        ],
    )
    accept(plain)
    assert plain.page.evaluate("ran") == ["after"]
    plain.errors.clear()


def test_images_styles_and_hints_load_nothing_before(plain):
    """C2: pixels, style sheets and preconnects too."""
    plain.page.evaluate(
        INSERT,
        [
            {
                "tag": "img",
                "attributes": {"src": "https://pixel.example/1.gif", "alt": ""},
            },
            {
                "tag": "link",
                "attributes": {"rel": "stylesheet", "href": "https://css.example/x"},
            },
            {
                "tag": "link",
                "attributes": {"rel": "preconnect", "href": "https://pre.example"},
            },
        ],
    )
    plain.page.wait_for_timeout(300)
    assert plain.elsewhere == []
    accept(plain)
    hosts = {url.split("/")[2] for url in plain.elsewhere}
    assert hosts == {"pixel.example", "css.example"}


def test_content_inserted_after_the_choice_is_gated_and_opened_too(plain):
    accept(plain)
    plain.page.evaluate(INSERT, [script("window.ran = 'late'")])
    plain.page.wait_for_function("window.ran === 'late'")
    plain.page.evaluate(
        INSERT.replace("statistics", "unknown"), [script("window.ran = 'never'")]
    )
    plain.page.wait_for_timeout(200)
    assert plain.page.evaluate("ran") == "late"


def test_the_click_is_answered_before_heavy_scripts_run(plain):
    plain.page.evaluate(
        INSERT,
        [script("window.hidden = document.querySelector('#cookie-banner').hidden")],
    )
    accept(plain)
    assert plain.page.evaluate("window.hidden") is True


def test_opening_moves_nothing_outside_the_placeholders_own_box(visitor):
    visitor.open("/decouvrir/")
    visitor.button("Tout refuser").click()
    below = visitor.page.locator("main .text")
    before = below.bounding_box()
    visitor.page.locator("[data-cookie-allow=video]").click()
    expect(visitor.page.locator("main iframe")).to_have_count(1)
    assert below.bounding_box() == before


def test_this_content_only_opens_it_and_answers_nothing(visitor):
    """C39."""
    visitor.open("/decouvrir/")
    visitor.page.locator("[data-cookie-allow='']").click()
    expect(visitor.page.locator("main iframe")).to_have_count(1)
    assert visitor.cookies() == {}
    assert visitor.posts == []
    expect(visitor.banner).to_be_visible()
    visitor.open("/decouvrir/")
    expect(visitor.page.locator("main iframe")).to_have_count(0)


def test_when_our_own_script_fails_nothing_opens_and_the_page_works(visit):
    """C37."""
    visitor = visit()
    visitor.context.route("**/cookie_pages/banner.js", lambda route: route.abort())
    visitor.open("/decouvrir/")
    visitor.page.wait_for_timeout(300)
    expect(visitor.banner).to_be_hidden()
    assert visitor.elsewhere == []
    visitor.page.get_by_role("link", name="Gestion des cookies").click()
    visitor.page.wait_for_url("**/cookies/**")
    expect(visitor.button("Tout refuser")).to_be_visible()
    visitor.errors.clear()


def test_blocked_cookies_and_storage_fail_closed_and_do_not_nag(visit):
    """C37."""
    visitor = visit()
    visitor.context.add_init_script(
        "for (const name of ['localStorage', 'sessionStorage'])"
        " Object.defineProperty(window, name, { get() { throw new Error('blocked'); } });"
        "Object.defineProperty(Document.prototype, 'cookie', { get: () => '', set: () => {} });"
    )
    visitor.open("/decouvrir/")
    expect(visitor.banner).to_be_visible()
    visitor.button("Tout refuser").click()
    expect(visitor.banner).to_be_hidden()
    visitor.page.wait_for_timeout(300)
    expect(visitor.banner).to_be_hidden()
    assert visitor.elsewhere == []


def test_history_brings_the_right_state_back(visitor):
    visitor.open("/decouvrir/")
    visitor.button("Tout accepter").click()
    expect(visitor.page.locator("main iframe")).to_have_count(1)
    visitor.open("/")
    visitor.page.get_by_role("link", name="Gestion des cookies").click()
    visitor.panel.get_by_role("button", name="Tout refuser").click()
    visitor.page.go_back()
    visitor.page.wait_for_timeout(500)
    expect(visitor.page.locator("main iframe")).to_have_count(0)
    expect(visitor.banner).to_be_hidden()
