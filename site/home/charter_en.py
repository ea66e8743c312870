"""The seed charter in English."""

TITLE = "Cookie charter"
SLUG = "cookie-charter"

INTRODUCTION = (
    "To give you the best possible service, we use cookies that make this site work "
    "properly."
)
DEFINITION_HEADING = "What is a cookie?"
DEFINITION = (
    "A “cookie” is a piece of information, usually small and known by a name, that a website to "
    "which you connect may send to your browser. Your browser keeps it for a certain time, and "
    "sends it back to the web server each time you connect to it again. Cookies have many uses: "
    "they can remember your customer number at a shop, the present content of your basket, an "
    "identifier that traces your browsing for statistics or advertising, and so on."
)
KINDS_INTRODUCTION = "There are several kinds of cookies:"
KINDS = [
    "“Necessary”, internal cookies keep information between two visits to the same site on the "
    "same device. They keep a basket, login details or personal settings of the interface. They "
    "need no consent from the user.",
    "“Statistics” cookies follow what a user does on a site. When the statistics are anonymous "
    "(that is, no person can be found again from them), the user’s consent isn’t needed.",
    "“Internal” or “first-party” cookies are set by the site that is visited. They may be set "
    "besides the necessary cookies, and may be used to collect personal data, to follow the "
    "user’s behaviour and for advertising.",
    "“Third-party” cookies are set by (or for) a site B (often an advertising agency) on a site "
    "A: they let site B see which pages a user has visited on site A and collect information "
    "about that user.",
]
USES_HEADING = (
    "What cookies are used for on the platform <https://data.paca.education.gouv.fr>"
)
CAPTION = "Cookies that the platform needs to work / functional cookies"
COLUMNS = {
    "provider": "Provider",
    "service": "Service and location",
    "name": "Name of the cookie",
    "finality": "Purposes",
}
