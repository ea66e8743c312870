"""The demo's words, in English."""

HOME = {
    "title": "The academy’s data, open to everyone",
    "introduction": "Numbers, schools, results: read, download, reuse.",
}

PAGES = {
    "datasets": {
        "title": "Datasets",
        "slug": "datasets",
        "introduction": "Through the API or in one click.",
        "body": (
            "<p>Each dataset can be read online, downloaded and queried through the public API "
            "at <a href='/api/v2/pages/'>/api/v2/pages/</a>.</p>"
            "<h2>Most read</h2><ul><li>Pupils in secondary schools</li>"
            "<li>Directory of schools</li><li>Results of the baccalauréat</li></ul>"
        ),
    },
    "discover": {
        "title": "Discover the platform",
        "slug": "discover",
        "introduction": "In two minutes, what can be found here and how to use it.",
        "body": (
            "<p>The search covers titles, descriptions and keywords. Each dataset says where it "
            "comes from, when it was updated and under which licence.</p>"
        ),
        "video_title": "Discover the platform in two minutes",
    },
    "privacy": {
        "title": "Privacy policy",
        "slug": "privacy-policy",
        "body": (
            "<p>An example: it would say which personal data this site processes, what for, and "
            "for how long.</p>"
        ),
    },
    "legal": {
        "title": "Legal notice",
        "slug": "legal-notice",
        "body": (
            "<p>A demonstration site of a cookie charter module for Wagtail. Texts and data are "
            "examples.</p>"
        ),
    },
}

BANNER = {
    "heading": "Your data, your choice",
    "information_text": (
        "<p>This site only uses cookies that it needs to work: they require no consent.</p>"
    ),
}

PURPOSES = {
    "necessary": {
        "name": "Necessary cookies",
        "description": (
            "Login, language, safety of forms, memory of your choice. They need no consent."
        ),
        "personal_data": "session and security identifiers, language, your answers",
    },
    "statistics": {
        "name": "Audience measurement",
        "description": "Count your visits to the presentation page, on your device only.",
        "personal_data": "number of your visits to that page",
    },
    "account": {
        "name": "Account",
        "description": (
            "Keep your answer about cookies with your account, on each device where you log in."
        ),
        "personal_data": "your answers, by purpose",
    },
    "video": {
        "name": "Videos",
        "description": (
            "Play videos hosted by YouTube (Google) in the page; Google then receives your IP "
            "address."
        ),
        "personal_data": "IP address, browser, videos played",
    },
}

PROVIDERS = {
    "YouTube": {"safeguard": "adequacy decision of 10 July 2023"},
}

COOKIES = {
    "sessionid": {
        "service": "Login (front and back office)",
        "finality": "Remember the user from one page to the next.",
        "exemption_reason": "Without it, one would have to log in again on every page.",
    },
    "django_language": {
        "service": "Choice of language (front and back office)",
        "finality": "Remember the visitor’s language",
        "exemption_reason": "Keeps the language that the visitor has just chosen.",
    },
    "csrftoken": {
        "service": "API (CSRF) (front and back office)",
        "finality": "Fetch data through API calls",
        "exemption_reason": "Protects forms and authenticated calls against forged requests.",
    },
    "cookies_preferences": {
        "service": "Choice about your cookie preferences",
        "finality": "Remember the visitor’s choice about cookies",
        "exemption_reason": "Keeps the choice made about trackers, so as not to ask again.",
    },
    "cookies_preferences_account": {
        "service": "Choice about cookies of the account (front office)",
        "finality": "Keep the answer of your account while you are logged in",
        "exemption_reason": "Without it, the question would be asked on each device.",
    },
    "visits": {
        "service": "Audience measurement (presentation page)",
        "finality": "Count the visits made from this device",
    },
    "yt-remote-device-id": {
        "service": "Video player",
        "finality": "Keep the preferences of the video player",
    },
}
