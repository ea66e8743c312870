"""The published notices: the list, one as visitors saw it, two side by side, one of a date."""

import django_filters
from django import forms
from django.contrib import messages
from django.db.models import Exists, OuterRef
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.models import Site

from ...models import ConsentNotice
from ...notices.differences import differences
from ...rules.languages import language_in_words
from ..page import AdminPage
from ..spreadsheets import Exported
from .base import CookieReport
from .by_site import ReportPolicy, sites_in_filter


class OnDateForm(forms.Form):
    """The form that asks which notice a visitor saw on a date."""

    on = forms.DateTimeField(
        label=gettext_lazy("What did a visitor see on…?"),
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}),
    )
    site = forms.ModelChoiceField(
        label=gettext_lazy("Site"), queryset=Site.objects.none(), empty_label=None
    )

    def __init__(self, *args, sites, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["site"].queryset = sites


class NoticesFilterSet(WagtailFilterSet):
    site = django_filters.ModelChoiceFilter(
        label=gettext_lazy("Site"), queryset=sites_in_filter, method="filter_site"
    )

    class Meta:
        model = ConsentNotice
        fields = ["site"]

    def filter_site(self, notices, name, site):
        return notices.filter(site_key=site.pk)


def asked_again_of(notice):
    """Whether it asked every visitor again: the first asked everyone anyhow."""
    return _("Yes") if notice.asks_again else _("No")


class NoticesReport(CookieReport):
    model = ConsentNotice
    policy_class = ReportPolicy
    filterset_class = NoticesFilterSet
    page_title = gettext_lazy("Published notices")
    help_text = gettext_lazy(
        "What visitors were shown, number by number. A notice never changes: "
        "publishing makes the next one."
    )
    header_icon = "history"
    index_url_name = "cookie_pages_notices"
    index_results_url_name = "cookie_pages_notices_results"
    results_template_name = "cookie_pages/admin/notices_results.html"
    default_ordering = "-published_at"
    columns = [
        TitleColumn(
            "number", label=gettext_lazy("Number"), url_name="cookie_pages_notice"
        ),
        Column("site", label=gettext_lazy("Site")),
        Column(
            "asks_again", label=gettext_lazy("Asked again"), accessor=asked_again_of
        ),
        DateColumn(
            "published_at", label=gettext_lazy("Published"), sort_key="published_at"
        ),
        Column("author", label=gettext_lazy("Author"), sort_key="author"),
    ]
    exported = [
        Exported("number", gettext_lazy("Number")),
        Exported("site", gettext_lazy("Site")),
        Exported("asks_again", gettext_lazy("Asked again"), asked_again_of),
        Exported("published_at", gettext_lazy("Published")),
        Exported("author", gettext_lazy("Author")),
        Exported("digest", gettext_lazy("Digest (SHA-256)")),
        Exported("content", gettext_lazy("Content")),
    ]

    def get_base_queryset(self):
        before = ConsentNotice.objects.filter(
            site_key=OuterRef("site_key"),
            number=OuterRef("number") - 1,
            terms__lt=OuterRef("terms"),
        )
        notices = ConsentNotice.objects.select_related("site")
        notices = notices.annotate(asks_again=Exists(before))
        return self.permission_policy.rows_for(self.request.user, notices)

    def get(self, request, *args, **kwargs):
        self.on_date = OnDateForm(
            request.GET if "on" in request.GET else None,
            sites=self.permission_policy.sites_for(request.user),
        )
        if self.on_date.is_bound and self.on_date.is_valid():
            notice = shown_on(**self.on_date.cleaned_data)
            if notice:
                return redirect("cookie_pages_notice", notice.pk)
            messages.warning(request, _("No notice was published yet on that date."))
        return super().get(request, *args, **kwargs)

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"on_date": self.on_date}


def shown_on(on, site) -> ConsentNotice | None:
    """The notice that visitors of ``site`` saw at the time ``on``."""
    notices = ConsentNotice.objects.filter(site_key=site.pk, published_at__lte=on)
    return notices.order_by("-number").first()


class NoticeView(AdminPage):
    """One notice in each language, and its differences from the one before or from another."""

    template_name = "cookie_pages/admin/notice.html"
    header_icon = "history"
    permission_policy = ReportPolicy(ConsentNotice)
    any_permission_required = ["view"]
    above = ("cookie_pages_notices", NoticesReport.page_title)

    def get_page_title(self):
        return _("Notice %(number)s") % {"number": self.notice.number}

    def get(self, request, pk, *args, **kwargs):
        notices = self.permission_policy.rows_for(request.user, ConsentNotice.objects)
        self.notice = get_object_or_404(notices, pk=pk)
        return super().get(request, *args, **kwargs)

    def _languages(self):
        """What was shown, the site's default language first."""
        data = self.notice.data
        first = data["default_language"]
        return dict(
            sorted(data["languages"].items(), key=lambda item: item[0] != first)
        )

    def get_context_data(self, **kwargs):
        of_site = ConsentNotice.objects.filter(site_key=self.notice.site_key)
        wanted = self.request.GET.get("with", "")
        number = int(wanted) if wanted.isdecimal() and len(wanted) < 9 else None
        other = of_site.filter(number=number or self.notice.number - 1).first()
        pair = sorted((self.notice, other or self.notice), key=lambda one: one.number)
        return super().get_context_data(**kwargs) | {
            "notice": self.notice,
            "languages": [
                (code, language_in_words(code), shown)
                for code, shown in self._languages().items()
            ],
            "rendered": [
                (language_in_words(code), html)
                for code, html in self.notice.data.get("rendered", {}).items()
            ],
            "asked_again": self.notice.number > 1
            and not of_site.filter(
                number=self.notice.number - 1, terms=self.notice.terms
            ).exists(),
            "other": other,
            "others": of_site.exclude(pk=self.notice.pk).values_list(
                "number", flat=True
            ),
            "older": pair[0],
            "newer": pair[1],
            "changes": differences(*(one.data for one in pair)),
        }
