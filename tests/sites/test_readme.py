"""The README's three steps in a fresh ``wagtail start`` site."""


def test_three_steps_and_every_page_opens(site):
    assert "no issues" in site.manage("check")
    assert "it works" in site.probe()
