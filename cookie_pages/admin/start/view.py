from django.contrib import messages
from django.shortcuts import redirect
from django.utils.functional import cached_property
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.models import Site

from ...models import ConsentBanner, CookieSettings
from ...notices.forecast import forecast_drafts
from ...start.answers import State
from ...start.found import find
from ...start.left import left
from ...start.publish import publish, waiting, why_not
from ...start.start import start
from ..exchange import may
from ..forecast import with_what_ends
from ..page import CheckedPage
from .form import StartForm

ABOVE = ("cookie_pages_overview", gettext_lazy("Cookies: overview"))
STATES = {
    State.NEW: gettext_lazy("new draft"),
    State.THERE: gettext_lazy("there already, left as it is"),
    State.DELETED: gettext_lazy("deleted before, not made again"),
    State.REFUSED: gettext_lazy("not made: you may not add it there"),
}


def may_start(user) -> bool:
    """Whether ``user`` may draft all that a start makes; without the page's, it leaves it out."""
    banners = ConsentBanner.snippet_viewset.permission_policy
    settings = f"{CookieSettings._meta.app_label}.change_cookiesettings"
    return (
        may(user, "add")
        and banners.user_has_permission(user, "add")
        and user.has_perm(settings)
    )


class StartPage(CheckedPage):
    """What both pages of the guided start share."""

    header_icon = "tasks"
    above = ABOVE

    def may(self, user):
        return may_start(user)


class StartView(StartPage):
    """``GET``: the questions; ``POST``: what they make, then with ``make`` the drafts."""

    template_name = "cookie_pages/admin/start.html"
    page_title = gettext_lazy("Get started")

    @cached_property
    def found(self):
        return find()

    @cached_property
    def site(self):
        site = Site.find_for_request(self.request)
        return site or Site.objects.order_by("-is_default_site", "pk").first()

    def dispatch(self, request, *args, **kwargs):
        if not Site.objects.exists():
            messages.error(request, _("Make a site first, under Settings."))
            return redirect("cookie_pages_overview")
        return super().dispatch(request, *args, **kwargs)

    def get_context_data(self, **kwargs):
        form = kwargs.get("form") or StartForm(site=self.site, found=self.found)
        unknown = sorted(self.found.unknown)
        context = {"form": form, "unknown": unknown}
        return super().get_context_data(**kwargs) | context | kwargs

    def post(self, request):
        form = StartForm(request.POST, site=self.site, found=self.found)
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form))
        answers = form.answers()
        if "make" in request.POST:
            start(answers, self.found, request.user)
            return redirect("cookie_pages_started", answers.site.pk)
        made = start(answers, self.found, request.user, rehearse=True)
        rows = [(capfirst(m.kind), m, STATES[m.state]) for m in made]
        return self.render_to_response(self.get_context_data(form=form, rows=rows))


class StartedView(StartPage):
    """What is left to do; ``POST`` publishes all that a start made."""

    template_name = "cookie_pages/admin/started.html"
    page_title = gettext_lazy("Get started: what is left to do")

    def dispatch(self, request, pk):
        self.site = Site.objects.filter(pk=pk).select_related("root_page").first()
        if not self.site:
            return redirect("cookie_pages_start")
        self.drafts = waiting()
        return super().dispatch(request)

    def get_context_data(self, **kwargs):
        finder = AdminURLFinder(self.request.user)
        lines = left(self.site, find(), self.drafts)
        return super().get_context_data(**kwargs) | {
            "site": self.site,
            "lines": [
                (line.text, line.item and finder.get_edit_url(line.item))
                for line in lines
            ],
            "drafts": [
                (capfirst(item._meta.verbose_name), item, finder.get_edit_url(item))
                for item in reversed(self.drafts)
            ],
            "may_publish": self._may_publish(),
            "reasons": why_not(self.drafts),
            "ends": self._ends(),
        }

    def post(self, request, **kwargs):
        agrees = not self._ends() or "asks_again" in request.POST
        if agrees and self._may_publish() and not why_not(self.drafts):
            number = len(self.drafts)
            publish(self.drafts, request.user)
            messages.success(request, _("Published: %(n)d.") % {"n": number})
            return redirect("cookie_pages_started", self.site.pk)
        return self.render_to_response(self.get_context_data())

    def _may_publish(self) -> bool:
        return all(may_publish(self.request.user, item) for item in self.drafts)

    def _ends(self) -> int:
        """The choices that publishing ends."""
        declared = [item for item in self.drafts if hasattr(item, "as_published")]
        if why_not(declared):
            return 0
        ready = [item.as_published() for item in declared]
        return max((f.ends for f in with_what_ends(forecast_drafts(ready))), default=0)


def may_publish(user, item) -> bool:
    if hasattr(item, "permissions_for_user"):
        return item.permissions_for_user(user).can_publish()
    policy = type(item).snippet_viewset.permission_policy
    return policy.user_has_permission_for_instance(user, "publish", item)
