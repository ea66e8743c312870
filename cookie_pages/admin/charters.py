"""The charters in a list of their own: one for each kind of page that is a charter."""

from django.shortcuts import redirect
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from wagtail.admin.views.pages.choose_parent import ChooseParentView
from wagtail.admin.views.pages.listing import IndexView
from wagtail.admin.viewsets.pages import PageListingViewSet
from wagtail.models import Site, get_page_models

from ..models import CookieCharterMixin


class ParentOfCharter(ChooseParentView):
    """Where there is one site, a new charter is made below its home page, unasked."""

    def dispatch(self, request, *args, **kwargs):
        sites = Site.objects.select_related("root_page")[:2]
        home = sites[0].root_page.specific if len(sites) == 1 else None
        if home and self.model in home.allowed_subpage_models():
            if home.permissions_for_user(request.user).can_add_subpage():
                label = self.model._meta
                names = [label.app_label, label.model_name, home.pk]
                return redirect("wagtailadmin_pages:add", *names)
        return super().dispatch(request, *args, **kwargs)


class ChartersView(IndexView):
    template_name = "cookie_pages/admin/charters.html"
    add_item_label = _("Add a charter")
    help_text = _(
        "The pages that tell visitors which cookies the site uses. The settings of each site say "
        "which one its banner links to."
    )


def charter_lists() -> list[PageListingViewSet]:
    models = [
        model for model in get_page_models() if issubclass(model, CookieCharterMixin)
    ]
    return [_list_of(model) for model in models]


def _list_of(model):
    name = f"cookie_charters_{model._meta.label_lower.replace('.', '_')}"
    listed = {
        "model": model,
        "icon": "doc-full",
        "index_view_class": ChartersView,
        "choose_parent_view_class": ParentOfCharter,
        "menu_label": capfirst(model._meta.verbose_name_plural),
        "url_prefix": name.replace("_", "-"),
        "add_to_admin_menu": False,
    }
    return type("ChartersViewSet", (PageListingViewSet,), listed)(name)
