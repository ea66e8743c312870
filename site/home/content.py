"""The demo's words, in French."""

SITE_NAME = "Données ouvertes de l’académie"

HOME = {
    "title": "Les données de l’académie, ouvertes à toutes et à tous",
    "introduction": "Effectifs, établissements, résultats : consultez, téléchargez, réutilisez.",
    "show_in_menus": False,
}

VIDEO = "https://www.youtube-nocookie.com/embed/M7lc1UVf-VE"

PAGES = {
    "datasets": {
        "title": "Jeux de données",
        "slug": "jeux-de-donnees",
        "introduction": "Par l’API ou en un clic.",
        "body": (
            "<p>Chaque jeu de données se lit en ligne, se télécharge et s’interroge par l’API "
            "publique, à l’adresse <a href='/api/v2/pages/'>/api/v2/pages/</a>.</p>"
            "<h2>Les plus consultés</h2><ul><li>Effectifs d’élèves du second degré</li>"
            "<li>Annuaire des établissements</li><li>Résultats au baccalauréat</li></ul>"
        ),
        "searches": True,
        "show_in_menus": True,
    },
    "discover": {
        "title": "Découvrir la plateforme",
        "slug": "decouvrir",
        "introduction": "En deux minutes, ce que l’on trouve ici et comment s’en servir.",
        "body": (
            "<p>La recherche couvre les titres, les descriptions et les mots-clés. Chaque jeu de "
            "données indique sa source, sa date de mise à jour et sa licence.</p>"
        ),
        "video_address": VIDEO,
        "video_title": "Découvrir la plateforme en deux minutes",
        "counts_visits": True,
        "show_in_menus": True,
    },
    "privacy": {
        "title": "Politique de confidentialité",
        "slug": "politique-de-confidentialite",
        "body": (
            "<p>Page d’exemple : elle dirait quelles données personnelles ce site traite, pour "
            "quoi, et combien de temps.</p>"
        ),
    },
    "legal": {
        "title": "Mentions légales",
        "slug": "mentions-legales",
        "body": (
            "<p>Site de démonstration d’un module de charte cookies pour Wagtail. Les textes et "
            "les données sont donnés à titre d’exemple.</p>"
        ),
    },
}

PURPOSES = {
    "statistics": {
        "slug": "statistics",
        "name": "Mesure d’audience",
        "description": (
            "Compter vos visites de la page de présentation, sur votre appareil seulement."
        ),
        "personal_data": "nombre de vos visites de cette page",
        "sort_order": 10,
    },
    "video": {
        "slug": "video",
        "name": "Vidéos",
        "description": (
            "Lire dans la page les vidéos hébergées par YouTube (Google), qui reçoit alors votre "
            "adresse IP."
        ),
        "personal_data": "adresse IP, navigateur, vidéos lues",
        "sort_order": 20,
    },
}
# Where choices go with accounts: the four cookies of the charter stay as they are.
ACCOUNT_PURPOSE = {
    "slug": "account",
    "name": "Compte",
    "description": (
        "Garder votre réponse sur les cookies avec votre compte, sur chaque appareil où vous vous "
        "connectez."
    ),
    "personal_data": "vos réponses, par finalité",
    "needs_consent": False,
    "sort_order": 5,
}
ACCOUNT_COOKIE = {
    "name": "cookies_preferences_account",
    "purpose": "account",
    "provider": "L’académie",
    "service": "Choix des cookies du compte (front office)",
    "finality": "Garder la réponse de votre compte tant que vous êtes connecté",
    "retention_kind": "duration",
    "retention_value": 6,
    "retention_unit": "month",
    "exemption_class": 1,
    "exemption_reason": "Sans lui, la question serait posée sur chaque appareil.",
}
PROVIDERS = {
    "academy": {
        "name": "L’académie",
        "role": "self",
        "country": "FR",
    },
    "youtube": {
        "name": "YouTube",
        "legal_name": "Google Ireland Ltd",
        "role": "controller",
        "policy_url": "https://policies.google.com/privacy",
        "country": "IE",
        "transfer_country": "US",
        "safeguard": "décision d’adéquation du 10 juillet 2023",
    },
}
COOKIES = {
    "visits": {
        "name": "visits",
        "purpose": "statistics",
        "provider": "L’académie",
        "service": "Mesure d’audience (page de présentation)",
        "finality": "Compter les visites faites depuis cet appareil",
        "retention_kind": "duration",
        "retention_value": 13,
        "retention_unit": "month",
    },
    "youtube": {
        "name": "yt-remote-device-id",
        "purpose": "video",
        "provider": "YouTube",
        "service": "Lecteur vidéo",
        "finality": "Garder les préférences du lecteur de vidéos",
        "storage_type": "localStorage",
        "party": "third",
        "host": "www.youtube-nocookie.com",
        "retention_kind": "until_deleted",
    },
}

BANNER = {
    "heading": "Vos données, votre choix",
    "information_text": (
        "<p>Ce site n’utilise que des cookies nécessaires à son fonctionnement : ils ne demandent "
        "pas de consentement.</p>"
    ),
}
# The State design system names the site in its banner (D3).
THEME_HEADINGS = {"dsfr": {"heading": f"À propos des cookies sur « {SITE_NAME} »"}}

CONTACT = {"officer_email": "dpd@academie.example"}
SETTINGS = {
    "controller": "Rectorat de l’académie",
    "controller_address": "1 rue de l’Exemple, 75000 Paris",
    "controller_contact": "dpd@academie.example",
}
