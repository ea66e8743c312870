import pytest
import wagtail

from .bare import BareSite

# Wagtail 8 has the setting.
collect_ignore = [] if wagtail.VERSION >= (8,) else ["test_page_model_setting.py"]


@pytest.fixture(scope="session")
def installed(tmp_path_factory):
    """A bare site with the module, migrated; copied by the tests that change it."""
    site = BareSite.started(tmp_path_factory.mktemp("bare") / "site")
    site.install()
    site.manage("migrate", "--verbosity=0")
    return site


@pytest.fixture
def site(installed, tmp_path):
    return installed.copied(tmp_path / "site")
