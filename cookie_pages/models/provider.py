from django.db import models
from django.utils.translation import gettext_lazy as _
from django_countries.fields import CountryField
from wagtail.search import index

from ..rules.advice import PROVIDER
from ..rules.countries import EEA
from ..rules.names import host_of, is_host
from .declaration import DRAFT, Declaration
from .sites import OnSitesMixin

INSIDE = ["", *sorted(EEA)]
STAYS_INSIDE = models.Q(country__in=INSIDE, transfer_country__in=INSIDE)


class Role(models.TextChoices):
    CONTROLLER = "controller", _("controller")
    JOINT = "joint", _("joint controller")
    PROCESSOR = "processor", _("processor")
    SELF = "self", _("this site’s own publisher")


class Provider(OnSitesMixin, Declaration):
    """Who sets or reads a tracker (rules C14, F4, F5)."""

    name = models.CharField(_("name"), max_length=120)
    legal_name = models.CharField(
        _("legal entity"),
        max_length=200,
        blank=True,
        help_text=_("For example “Google Ireland Ltd”."),
    )
    role = models.CharField(
        _("role"), max_length=12, choices=Role.choices, default=Role.PROCESSOR
    )
    policy_url = models.URLField(_("address of the privacy policy"), blank=True)
    country = CountryField(_("country"), blank=True)
    transfer_country = CountryField(
        _("country of the transfer"),
        blank=True,
        help_text=_("Where it sends data on to, if that is another country."),
    )
    safeguard = models.CharField(
        _("safeguard of the transfer"),
        max_length=255,
        blank=True,
        help_text=_(
            "Outside the European Economic Area: adequacy decision, standard contractual "
            "clauses… (GDPR, articles 13 and 44 to 49)."
        ),
    )
    embed_hosts = models.TextField(
        _("hosts of its embeds"),
        blank=True,
        help_text=_(
            "One host a line, such as www.youtube-nocookie.com. A video or a map from these hosts "
            "(and from their subdomains) stays shut until the purpose below is accepted."
        ),
    )
    embed_purpose = models.ForeignKey(
        "cookie_pages.Purpose",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="embed_providers",
        verbose_name=_("purpose of its embeds"),
    )

    search_fields = [
        index.SearchField("name"),
        index.SearchField("legal_name"),
        index.AutocompleteField("name"),
        index.AutocompleteField("legal_name"),
        index.FilterField("locale_id"),
    ]
    preview_template = "cookie_pages/preview/provider.html"
    RULES = PROVIDER
    TRANSLATED = ("name", "legal_name", "policy_url", "safeguard")

    class Meta(Declaration.Meta):
        verbose_name = _("provider")
        verbose_name_plural = _("providers")
        ordering = ["name", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=DRAFT | STAYS_INSIDE | ~models.Q(safeguard=""),
                name="cookie_pages_provider_safeguard",
                violation_error_message=_(
                    "This country is outside the European Economic Area: name the safeguard."
                ),
            ),
            models.CheckConstraint(
                condition=DRAFT | models.Q(safeguard="") | ~STAYS_INSIDE,
                name="cookie_pages_provider_place",
                violation_error_message=_("Say to which country the data goes."),
            ),
        ]

    def __str__(self):
        return self.name

    @property
    def hosts(self):
        """The hosts of its embeds, as a list in lower case."""
        return self.embed_hosts.lower().split()

    @property
    def countries_outside(self):
        """The countries outside the European Economic Area where its data goes."""
        places = {
            country.code: country for country in (self.country, self.transfer_country)
        }
        return [country for code, country in places.items() if code and code not in EEA]

    def normalise(self):
        self.embed_hosts = "\n".join(map(host_of, self.embed_hosts.split()))

    def form_errors(self):
        wrong = [host for host in self.hosts if not is_host(host)]
        if not wrong:
            return {}
        text = _(
            "“%(host)s” is not a host: write it as www.example.org, without https:// or path."
        )
        return {"embed_hosts": text % {"host": wrong[0]}}

    def has_namesake(self):
        """Whether another provider has its name, in any language."""
        others = Provider.objects.filter(name__iexact=self.name.strip())
        return others.exclude(translation_key=self.translation_key).exists()
