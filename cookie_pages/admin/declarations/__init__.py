"""How the declarations are listed, edited and chosen in the Wagtail admin."""

from .banner import ConsentBannerViewSet
from .cookie import CookieViewSet
from .provider import ProviderViewSet
from .purpose import PurposeViewSet

VIEWSETS = (CookieViewSet, ProviderViewSet, PurposeViewSet, ConsentBannerViewSet)
