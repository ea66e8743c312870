"""Pages whose body another script replaces, as Turbo, htmx and PJAX do; pages in frames."""

from playwright.sync_api import expect

SWAP = """() => {
  const next = new DOMParser().parseFromString(window.page, "text/html");
  document.body.replaceWith(document.adoptNode(next.body));
}"""
FETCH = "async (path) => { window.page = await (await fetch(path)).text(); }"


def swapped(visitor, path):
    visitor.page.evaluate(FETCH, path)
    visitor.page.evaluate(SWAP)
    visitor.page.wait_for_timeout(150)


def test_an_undecided_visitor_is_asked_and_can_answer(visit):
    visitor = visit(bypass_csp=True)
    visitor.open("/")
    swapped(visitor, "/decouvrir/")
    expect(visitor.banner).to_be_visible()
    visitor.button("Tout accepter").click()
    expect(visitor.banner).to_be_hidden()
    expect(visitor.page.locator("main iframe")).to_have_count(1)
    swapped(visitor, "/en/discover/")
    expect(visitor.banner).to_be_hidden()
    expect(visitor.page.locator("main iframe")).to_have_count(1)


def test_the_way_back_works_after_a_swap(visit):
    visitor = visit(bypass_csp=True)
    visitor.open("/")
    visitor.button("Tout accepter").click()
    for path in ("/decouvrir/", "/charte-cookies/", "/decouvrir/"):
        swapped(visitor, path)
        visitor.page.get_by_role("link", name="Gestion des cookies").last.click()
        expect(visitor.panel).to_be_visible()
        visitor.panel.get_by_role("button", name="Fermer").click()
        expect(visitor.panel).to_be_hidden()
    visitor.page.get_by_role("link", name="Gestion des cookies").click()
    with visitor.page.expect_event("load"):
        visitor.panel.get_by_role("button", name="Tout refuser").click()
    assert visitor.choice()["video"] == "0"


def test_two_hundred_changes_cost_one_look(visitor):
    visitor.open("/")
    looks = visitor.page.evaluate("""async () => {
      let looks = 0;
      const real = document.querySelectorAll;
      document.querySelectorAll = function (selector) {
        looks += selector.includes("data-consent");
        return real.call(this, selector);
      };
      for (let i = 0; i < 200; i++) {
        document.body.append(document.createElement("p"));
        await null;
      }
      await new Promise((done) => setTimeout(done, 300));
      return looks;
    }""")
    assert looks == 1


def test_a_page_in_a_frame_of_the_site_leaves_the_question_to_it(visit):
    visitor = visit(bypass_csp=True)
    visitor.context.route(
        "**/decouvrir/",
        lambda route: route.fulfill(
            response=(answer := route.fetch()),
            headers={**answer.headers, "x-frame-options": "SAMEORIGIN"},
        ),
    )
    visitor.open("/")
    visitor.page.evaluate("""() => {
      const frame = document.createElement("iframe");
      frame.src = "/decouvrir/";
      frame.name = "inner";
      document.querySelector("main").append(frame);
    }""")
    inner = visitor.page.frame_locator("iframe[name=inner]")
    expect(inner.locator("#cookie-banner")).to_be_attached()
    visitor.page.wait_for_timeout(300)
    expect(visitor.banner).to_be_visible()
    expect(inner.locator("#cookie-banner")).to_be_hidden()
    visitor.button("Tout accepter").click()
    expect(inner.locator("main iframe")).to_have_count(1)
