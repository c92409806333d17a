"""French."""

from plugin.read.lexicon import Examples, Phrases

WHOLE_WORDS = True

_CHARGED = r"(?:débit\w*|prélev\w*|factur\w*|pay[ée]\w*|paiement\w*|encaiss\w*|chargé\w*)"
_TWICE = r"(?:deux fois|2 fois|en double|doublon|trois fois|à double|plusieurs fois)"

# fmt: off
ASKS: Phrases = {
    "duplicate_charge": (
        (4, rf"{_CHARGED}.{{0,40}}\b{_TWICE}"),
        (4, rf"{_TWICE}.{{0,30}}\b{_CHARGED}"),
        (4, r"double (?:prélèvement|facturation|paiement|débit|abonnement)"),
        (4, r"(?:deux|2|trois|plusieurs) (?:abonnements|prélèvements|paiements|factures|débits)"),
        (1, _TWICE),
    ),
    "refund_status": (
        (4, r"(?:où|quand|toujours pas|pas encore|jamais|en attente)\b.{0,40}\b(?:rembours\w*|mon argent)"),
        (4, r"remboursement.{0,40}\b(?:toujours pas|pas encore|pas reçu|pas arrivé|en attente)"),
    ),
    "refund_request": (
        (3, r"rembours(?:er|ez|ement|é|ée|és)\b"),
        (3, r"(?:récupérer|rendre|rendez|restituer).{0,20}\b(?:argent|somme|montant)"),
    ),
    "cancel_request": (
        (3, r"(?:résili\w+|désabonn\w+|se désinscrire|me désinscrire)"),
        (3, r"(?:annul\w+|arrêt\w+|stopp\w+|mettre fin à|supprimer).{0,25}\b(?:abonnement|compte|contrat|forfait|renouvellement|prélèvements?)"),
        (2, r"annul(?:er|ation)\b"),
    ),
    "payment_failed": (
        (4, r"(?:carte|paiement|transaction|prélèvement)\b.{0,30}\b(?:refus\w*|échou\w*|échec|rejet\w*|ne passe pas|n'a pas fonctionné|ne fonctionne pas|impossible)"),
        (4, r"(?:échec|refus) (?:du|de) (?:paiement|ma carte|prélèvement)"),
        (3, r"(?:impossible de|n'arrive pas à|ne peux pas) payer"),
        (2, r"carte expirée|impayée?"),
    ),
    "invoice_or_receipt_request": (
        (3, r"(?:besoin|envoyer|envoyez|obtenir|télécharger|recevoir|trouver|trouve|fournir|avoir|copie|où).{0,35}\b(?:factures?|reçus?|justificatifs?)\b"),
        (3, r"(?:facture|reçu|justificatif)\b.{0,25}\b(?:pdf|manquante?|comptab\w+|s'il vous plaît|svp)"),
        (3, r"(?:numéro de )?tva\b"),
        (1, r"factures?\b"),
    ),
    "update_payment_method": (
        (4, r"(?:chang\w+|modifi\w+|mettre à jour|remplac\w+|actualis\w+|ajouter).{0,25}\b(?:carte|moyen de paiement|mode de paiement|coordonnées bancaires|iban)"),
        (2, r"nouvelle carte"),
    ),
    "plan_or_seat_question": (
        (3, r"(?:chang\w+|passer|ajout\w+|augment\w+|rédui\w+|différence|combien).{0,30}\b(?:forfaits?|formules?|offres?|licences?|utilisateurs?|sièges?|plan)\b"),
        (3, r"prorata"),
    ),
    "unexpected_charge": (
        (4, r"(?:ne reconnais pas|ne comprends pas|n'ai pas autorisé|n'ai jamais autorisé|jamais demandé).{0,40}\b(?:prélèvement|débit|paiement|facture|montant|abonnement|somme)?"),
        (4, r"(?:pourquoi|pour quelle raison).{0,30}\b(?:débité\w*|prélevé\w*|facturé\w*|prélèvement|payer)"),
        (4, r"(?:prélèvement|débit|paiement|facture|montant) (?:non autorisé|inconnu|inattendu|injustifié|frauduleux|abusif|incorrect)e?"),
        (4, r"(?:sans (?:mon |aucun )?(?:accord|autorisation|consentement|prévenir|avertissement))"),
        (4, r"(?:annulé|résilié).{0,50}\b(?:quand même|encore|malgré|prélevé|débité|facturé)"),
        (3, r"(?:arnaque|escroquerie|vol\b|voleurs)"),
        (2, r"(?:été|est) (?:débitée?|prélevée?|facturée?)"),
    ),
    "product_failure_complaint": (
        (4, r"(?:payé|prélevé|débité|souscrit|acheté).{0,50}\b(?:pas accès|aucun accès|ne fonctionne pas|ne marche pas|toujours (?:gratuit|bloqué)|pas activé)"),
        (3, r"(?:pas d'accès|plus accès|aucun accès)"),
        (3, r"ne (?:fonctionne|marche) (?:pas|plus)"),
    ),
    "usage_or_rate_limit_question": (
        (3, r"(?:limite|quota|consommation)\b.{0,30}\b(?:atteinte?|dépassée?|voir|consulter|api|d'utilisation)"),
        (3, r"(?:voir|consulter|suivre|où).{0,25}\b(?:consommation|utilisation|quota)"),
    ),
    "not_billing": (
        (2, r"mot de passe (?:oublié|perdu)|(?:réinitialiser|oublié) (?:mon )?mot de passe"),
        (2, r"comment (?:installer|utiliser|configurer|exporter|importer)"),
    ),
}
# fmt: on

NEGATED_BEFORE = (
    r"ne (?:veux|souhaite|voudrais|demande|désire|cherche) (?:\w+ )?pas\b",
    r"n'ai pas (?:besoin|demandé)\b",
    r"(?:pas (?:de|d'|un|la)|sans|au lieu (?:de|d'un)|ne) ?(?:\w+ )?$",
)
NEGATED_AFTER = (r" (?:n'est|ne sera) pas (?:nécessaire|utile|demandé)",)
BREAKS = (r"mais\b", r"juste\b", r"seulement\b", r"simplement\b", r"merci de\b", r"car\b")

EXAMPLES: Examples = (
    ("J'ai été débité deux fois ce mois-ci, merci de me rembourser.", ("duplicate_charge", "refund_request")),
    ("Vous m'avez prélevé en double !!", ("duplicate_charge",)),
    ("J'ai deux abonnements alors que j'en veux un seul", ("duplicate_charge",)),
    ("Je souhaite résilier mon abonnement", ("cancel_request",)),
    ("Comment annuler mon abonnement ?", ("cancel_request",)),
    ("Je ne veux pas de remboursement, juste résilier", ("cancel_request",)),
    ("Je veux être remboursé", ("refund_request",)),
    ("Toujours pas reçu mon remboursement", ("refund_status", "refund_request")),
    ("Ma carte a été refusée", ("payment_failed",)),
    ("Pouvez-vous m'envoyer la facture de mars ?", ("invoice_or_receipt_request",)),
    ("Où puis-je changer ma carte bancaire ?", ("update_payment_method",)),
    ("Nous voulons ajouter 5 licences", ("plan_or_seat_question",)),
    ("Je ne reconnais pas ce prélèvement", ("unexpected_charge",)),
    ("J'ai résilié en avril et vous m'avez encore débité en mai", ("unexpected_charge",)),
    ("J'ai payé mais je n'ai pas accès, ça ne fonctionne pas", ("product_failure_complaint",)),
    ("Où voir ma consommation ? La limite est atteinte", ("usage_or_rate_limit_question",)),
    ("Mot de passe oublié", ("not_billing",)),
    ("Merci beaucoup, bonne journée", ()),
)
