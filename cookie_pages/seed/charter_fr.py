"""The charter of an academy's open-data portal, word for word (rules F1, F2).

Its typos, quotes and spaces are the original's and stay.
"""

TITLE = "Charte cookies"
SLUG = "charte-cookies"

INTRODUCTION = (
    "Afin de vous proposer le meilleur service possible nous utilisons des cookies pour "
    "assurer son bon fonctionnement."
)

DEFINITION_HEADING = "Qu'est ce qu'un cookie ?"
DEFINITION = (
    'Un "cookie" est une suite d\'informations, généralement de petite taille et identifié '
    "par un nom, qui peut être transmis à votre navigateur par un site web sur lequel vous "
    "vous connectez. Votre navigateur web le conservera pendant une certaine durée, et le "
    "renverra au serveur web chaque fois que vous vous y re-connecterez. Les cookies ont de "
    "multiples usages : ils peuvent servir à mémoriser votre identifiant client auprès d'un "
    "site marchand, le contenu courant de votre panier d'achat, un identifiant permettant de "
    "tracer votre navigation pour des finalités statistiques ou publicitaires, etc."
)

KINDS_INTRODUCTION = "Il existe plusieurs types de cookies :"
KINDS = [
    "Les cookies « nécessaires », internes, permettent d'enregistrer des informations entre "
    "deux consultations d'un même site web sur un même appareil. Ils permettent d'enregistrer "
    "un panier d'achat, des identifiants de connexion ou encore des éléments de "
    "personnalisation de l'interface. Ils ne requièrent pas de consentement de la part de "
    "l'utilisateur.",
    "Les cookies « statistiques » permettent de suivre les actions d'un internaute sur un "
    "site web. Lorsque les statistiques sont anonymes (c'est-à-dire ne permettent pas de "
    "retrouver une personne), le consentement de l'utilisateur n'est pas nécessaire.",
    "Les cookies « internes » ou « first-party » sont déposés par le site consulté. Ils "
    "peuvent être déposés en plus des cookies nécessaires et peuvent être utilisés pour "
    "collecter des données personnelles, suivre le comportement de l'utilisateur et servir à "
    "des finalités publicitaires.",
    "Les cookies dits « tiers », « tierce partie » ou « third party » sont des cookies déposés "
    "par (ou pour) un site B (souvent une régie publicitaire) sur un site A : cela permet au "
    "site B de voir quelles pages ont été visitées sur le site A par un utilisateur et de "
    "collecter des informations sur lui.",
]

USES_HEADING = (
    "A quoi servent les cookies sur la plateforme <https://data.paca.education.gouv.fr>"
)
CAPTION = (
    "Cookies nécessaires au bon fonctionnement de la plateforme / cookies fonctionnels"
)
COLUMNS = {
    "provider": "Nom du prestataire",
    "service": "Service et emplacement",
    "name": "Nom du cookies",
    "finality": "Finalités",
}

PROVIDER = "Opendatasoft"
COOKIES = {
    "sessionid": {
        "service": "Authentification (front et back office)",
        "finality": "Se souvenir de l'utilisateur d'une page à une autre.",
        "retention": ("duration", 2, "week"),
        "exemption_class": 2,
        "exemption_reason": "Sans lui, il faudrait se reconnecter à chaque page.",
    },
    "django_language": {
        "service": "Sélection de la langue (front et back office)",
        "finality": "Se souvenir de la langue du visiteur",
        "retention": ("session", None, ""),
        "exemption_class": 4,
        "exemption_reason": "Garde la langue que le visiteur vient de choisir.",
    },
    "csrftoken": {
        "service": "API (CSRF) (front et back office)",
        "finality": "Récupérer des données via des appels API",
        "retention": ("duration", 1, "year"),
        "exemption_class": 2,
        "exemption_reason": (
            "Protège les formulaires et les appels authentifiés contre les requêtes forgées."
        ),
    },
    "cookies_preferences": {
        "service": "Choix concernant vos préférences sur les cookies",
        "finality": "Se souvenir du choix opéré par le visiteur concernant les cookies",
        "retention": ("duration", 6, "month"),
        "exemption_class": 1,
        "exemption_reason": "Garde le choix fait sur les traceurs, pour ne pas le redemander.",
    },
}
