"""Which countries are in the European Economic Area, by ISO 3166-1 code."""

# EU-27, Iceland, Liechtenstein, Norway (EEA agreement), and the French overseas codes.
EEA = frozenset(
    "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK "
    "GF GP MQ MF RE YT".split()
)
