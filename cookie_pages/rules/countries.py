"""Countries by ISO 3166-1 code, and which of them are in the European Economic Area."""

from babel import Locale
from django.utils.translation import get_language

# EU-27, Iceland, Liechtenstein, Norway (EEA agreement), and the French overseas codes.
EEA = frozenset(
    "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK "
    "GF GP MQ MF RE YT".split()
)
ISO = (
    "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR "
    "BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ "
    "EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW "
    "GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY "
    "KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV "
    "MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY "
    "QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG "
    "TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM "
    "ZW"
).split()


def _territories(language):
    return Locale.parse(language or get_language() or "en", sep="-").territories


def country_name(code, language=None):
    """The name of the country ``code`` in ``language`` (the active one by default), or ``""``."""
    return _territories(language).get(code, code) if code else ""


def country_choices():
    """Pairs (code, name in the active language), in the order of the names."""
    names = _territories(None)
    return sorted(
        ((code, names.get(code, code)) for code in ISO), key=lambda pair: pair[1]
    )
