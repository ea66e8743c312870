"""A charter page of the site's own."""

import re

from .bare import README

OWN = re.search(r"```python\n(from cookie_pages.*?)```", README, re.S)[1]


def test_a_charter_of_the_sites_own_from_the_readmes_words(site):
    site.add(OWN, site.folder / "home/models.py")
    site.manage("makemigrations", "home", "--verbosity=0")
    site.manage("migrate", "--verbosity=0")
    assert "it works" in site.probe("home.Charter")
