"""French."""

from plugin.read.lexicon import Examples, Phrases, Words

WHOLE_WORDS = True

_TWICE = r"(?:deux fois|2 ?fois|2 ?x\b|en double|doublons?|trois fois|3 fois|à double|plusieurs fois|une (?:seconde|deuxième) fois|double)"

# fmt: off
WORDS: Words = {
    "charge": (r"(?:dé|re)?bit(?:é|er|ée|ez|és)\w*", r"débit\w*", r"pr[ée]l[eè]v\w*", r"factur(?:é|ée|és|er|ez)\b", r"encaiss\w*", r"ponctionn\w*", r"(?:avez|a|ont|m'a|m'avez|m'ont) (?:\w+ )?(?:pris|retiré|tiré|soutiré)", r"retir(?:é|ée)\b", r"chargé\b", r"m'a été pris", r"paie\b", r"compté\b"),
    "twice": (_TWICE,),
    "refund": (r"r(?:e|é)mbours\w*", r"ravoir (?:mon|mes)", r"(?:récupérer|récupère|rendre|rendez|restitu\w*|redonn\w*|reverser|recréditer) (?:\w+[- ']){0,5}(?:argent|sous|somme|montant|paiements?|euros|fric)?", r"rendez-moi", r"avoir sur"),
    "awaited": (r"toujours (?:pas|rien|aucun\w*|en attente)", r"pas encore", r"jamais (?:reçu|vu|arrivé)", r"rien reçu", r"(?:où|ou) (?:en )?est\b", r"quand\b", r"attends?\b", r"attend\w*", r"promis\w*", r"statut", r"nouvelles", r"pas (?:reçu|arrivé|crédité)", r"depuis (?:\w+ )?(?:jours|semaines|mois)", r"délai\w*", r"deviez", r"était prévu", r"confirmé"),
    "cancel": (r"r[ée]sili(?:er|ation|ez)\b", r"d[ée]sabonn(?:e|er|ez|ement)\w*\b(?<!ée)(?<!é)", r"(?:se|me) désinscrire", r"désinscri\w*", r"annul(?:er|ez|ation)\b(?! (?:le|un) (?:téléch|envoi))", r"(?:arrêt\w+|stopp\w+|mettre fin|cess\w+|termin\w+|clôtur\w+|ferm\w+|supprim\w+|désactiv\w+|coup\w+|interromp\w*).{0,30}\b(?:abonnement|compte|contrat|forfait|renouvellement|prélèvements?|paiements?|reconduction|service)", r"ne (?:pas|plus) (?:\w+ )?(?:renouvel\w*|prélever)", r"(?:ne )?(?:veux|souhaite) (?:plus|pas) (?:continuer|renouveler|de votre|être prélevé)", r"arrêter (?:là|tout)"),
    "ended": (r"r[ée]sili(?:é|ée|és)\b", r"annul(?:é|ée)\b", r"désabonn(?:é|ée)\b", r"(?:après|malgré|depuis) (?:\w+ ){0,2}(?:résiliation|annulation|désabonnement)", r"arrêté\b", r"clôturé\b", r"supprimé mon compte"),
    "pay": (r"cartes?\b", r"cb\b", r"paiements?\b", r"payer\b", r"transaction\w*", r"prélèvement\b", r"achat\b", r"virement", r"paypal", r"visa\b", r"mastercard", r"3d ?secure", r"commande\b", r"règlement"),
    "fail": (r"refus\w*", r"échou\w*", r"échec\w*", r"rejet\w*", r"ne passe (?:pas|plus)", r"(?:passe|marche|fonctionne) pas", r"erreurs?\b", r"impossible", r"n'aboutit pas", r"bloqué à", r"tourne (?:dans le vide|en boucle)", r"impay\w*", r"n'est pas acceptée?", r"pas (?:acceptée?|abouti|validé|fonctionné|passée?)", r"décliné\w*", r"relance\b"),
    "card": (r"cartes?(?: bancaire| bleue| de crédit)?\b", r"cb\b", r"(?:moyen|mode|méthode) de paiement", r"coordonnées bancaires", r"iban\b", r"rib\b", r"sepa\b", r"paypal", r"compte bancaire", r"infos? (?:bancaires?|de paiement)"),
    "change": (r"chang\w+", r"modif\w+", r"mettre à jour", r"mise à jour", r"remplac\w+", r"actualis\w+", r"ajout\w+", r"supprim\w+", r"enlev\w+", r"retirer\b", r"nouvelle\b", r"mets\b", r"mettre\b", r"entre(?:r)?\b", r"expire\w*", r"passer (?:au|à|par)\b", r"au lieu", r"perdu\w*", r"volée?\b"),
    "document": (r"factures?\b", r"reçus?\b(?! (?:un|le|la|mon|ma|de mail|votre))", r"justificatifs?\b", r"(?:numéro de )?tva\b", r"preuve d'achat", r"attestation", r"facturation\b(?= .{0,20}(?:adresse|nom))", r"quittance"),
    "want": (r"besoin", r"faut\b", r"envo\w+", r"obtenir", r"télécharg\w*", r"recevoir", r"trouv\w+", r"fourni\w*", r"avoir\b", r"copie", r"où\b", r"ou (?:puis|est-ce|je)", r"manqu\w*", r"ajouter", r"corrig\w*", r"pdf\b", r"compta\w*", r"jamais reçu", r"pas reçu", r"pouvez", r"merci de", r"souhait\w*", r"demand\w*", r"modifier", r"changer", r"impôts"),
    "plan": (r"forfaits?\b", r"formules?\b", r"offres?\b", r"licences?\b", r"utilisateurs?\b", r"sièges?\b", r"plans?\b", r"équipe\b", r"personnes\b", r"collègues?\b", r"membres?\b", r"annuel\w*", r"mensuel\w*", r"premium\b", r"pro\b", r"postes?\b", r"appareils?\b"),
    "move": (r"changer\b", r"passer\b", r"passe t\b", r"ajout\w+", r"augment(?:er|e)\b", r"rédui\w+", r"différence\w*", r"combien", r"coûte\w*", r"tarifs?\b", r"prix\b", r"prorata", r"de plus\b", r"supplémentaires?", r"enlever", r"retirer\b", r"inclu\w*", r"réduction", r"remise", r"étudiant\w*", r"basculer", r"mise à niveau", r"quelle\b"),
    "why": (r"pourquoi", r"pour quelle raison", r"c'est quoi", r"qu'est[- ]ce que", r"à quoi correspond\w*", r"quoi correspond", r"(?:ne )?(?:\w+ )?(?:reconna\w+|comprends?|connais|connait) (?:pas|rien)", r"vous connais pas", r"jamais (?:autorisé|demandé|souscrit|commandé|accepté|abonnée?)", r"pas (?:autorisé|demandé|souscrit|commandé|accepté)", r"inconnu\w*", r"inattendu\w*", r"injustifié\w*", r"frauduleu\w*", r"abusi\w*", r"arnaqu\w*", r"escro\w*", r"vol\b", r"voleurs?", r"honteux", r"expliqu\w*", r"bizarre"),
    "price": (r"prix\b", r"factures?\b", r"montants?\b", r"tarifs?\b", r"somme\b", r"abonnement\b", r"prélèvement\b"),
    "rose": (r"augment(?:é|ée|ation)\w*", r"plus (?:élevée?|chère?|haut)", r"trop (?:élevée?|chère?)", r"si (?:élevée?|chère?|haute?)", r"aussi (?:élevée?|chère?)", r"doublé", r"erroné\w*", r"au lieu de \d", r"passé de \d", r"ne correspond pas", r"incorrect\w*"),
    "trial": (r"essai\w*", r"essayer\b", r"tester\b", r"période gratuite"),
    "renewed": (r"renouvel\w*", r"reconduit\w*", r"reconduction", r"prolong\w*"),
    "unasked": (r"sans (?:\w+ ){0,3}(?:accord|autorisation|consentement|prévenir|avertissement|avis|préavis|demander|prévienne|avertir|rappel|savoir|raison)", r"sans que (?:personne|je|l'on)", r"personne (?:ne )?(?:m'a|nous a)", r"jamais (?:demandé|autorisé|souscrit|accepté)", r"à mon insu", r"alors que je voulais (?:juste|seulement)", r"automatiquement", r"sans me"),
    "paid": (r"pay(?:é|ée|e|er)\b", r"prélevé\w*", r"débité\w*", r"souscri\w*", r"acheté\w*", r"abonné\w*", r"abonnement\b", r"premium\b", r"pro\b", r"paiement\b", r"achat\b", r"argent\b", r"licence\b"),
    "locked": (r"pas (?:d'|eu |plus )?accès", r"aucun accès", r"plus accès", r"(?:toujours|encore) (?:\w+ ){0,4}(?:gratuite?|bloquée?|verrouillée?|limitée?|free)", r"pas (?:été )?(?:activée?|débloquée?|mis à jour|créditée?|passé)", r"bloqués?\b", r"verrouillé\w*", r"version gratuite", r"rien (?:ne s'est )?(?:débloqué|activé|changé|reçu)", r"me demande (?:encore )?(?:de|d') ?(?:payer|m'abonner)", r"invalide", r"en gratuit\b", r"n'apparaît pas"),
    "broken": (r"(?:fonctionne|marche|marchent|fonctionnent) (?:pas|plus|jamais)", r"plant\w*", r"bugs?\b|bugg?[ué]\w*", r"en panne", r"panne\b", r"inutilisable", r"nul\b|nulle\b", r"se ferme", r"rame\b", r"plus rien ne"),
    "usage": (r"quotas?\b", r"limites?\b", r"consommation", r"crédits\b", r"jetons", r"tokens?\b", r"requêtes", r"appels (?:api|d'api)", r"utilisation\b", r"dépassement"),
    "left": (r"attein\w*", r"dépass\w*", r"épuisé\w*", r"voir\b", r"consulter", r"suivre", r"(?:il )?(?:me |nous )?reste", r"nombre", r"combien", r"par (?:heure|minute|jour|mois)", r"au bout de", r"compt(?:ez|é|e|er)\b", r"augmenter", r"réinitialis\w*", r"vite\b", r"où\b", r"pourquoi", r"normal\b", r"quelle"),
    "product": (r"mots? de passe", r"connecter", r"connexion", r"appli\w*", r"application", r"mode sombre", r"fonctionnalité\w*", r"export\w*", r"import\w*", r"synchron\w*", r"calendrier", r"photos?\b", r"image\w*", r"version (?:mac|windows|android|ios)", r"code (?:de vérification|reçu)", r"installer", r"configurer", r"partenariat", r"recrut\w*", r"rgpd", r"comment (?:utiliser|faire pour|créer|partager)", r"est-ce que vous prévoyez"),
    "money": (r"argent", r"factur\w*", r"pay\w*|paiement\w*", r"abonn\w*", r"prélèv\w*|prélev\w*", r"débit\w*", r"prix", r"coût\w*", r"euros?\b|[€$]", r"cartes?\b|cb\b", r"résili\w*", r"licence\w*", r"rembours\w*", r"tarif\w*|forfait\w*|offre\w*", r"contrat", r"réduction|remise", r"achat\w*|achet\w*", r"reçus?\b", r"tva", r"quota\w*|crédits|limite\w*", r"premium", r"essai\w*"),
    "smalltalk": (r"bonjour", r"bonsoir", r"salut", r"merci(?: beaucoup| d'avance)?", r"s'il (?:vous|te) pla[iî]t", r"svp|stp", r"cordialement", r"bien à vous", r"bonne (?:journée|soirée)", r"madame|monsieur", r"ok\b", r"d'accord", r"question\b", r"c'est bon", r"quelqu'un"),
}

ASKS: Phrases = {
    "duplicate_charge": (
        (4, r"double (?:prélèvement|facturation|paiement|débit|abonnement|achat|compte)"),
        (4, r"(?:deux|2|trois|3|plusieurs) (?:\w+ )?(?:abonnements|prélèvements|paiements|factures|débits|achats)"),
        (3, rf"(?:pay\w*|acheté|souscrit|commandé|réglé) (?:\w+ ){{0,3}}{_TWICE}"),
        (1, _TWICE),
    ),
    "refund_status": (
        (4, r"(?:où|ou) en est (?:\w+ ){0,2}(?:mon|le) remboursement"),
        (4, r"remboursement.{0,40}\b(?:toujours pas|pas encore|pas reçu|pas arrivé|en attente|promis)"),
        (3, r"attends? .{0,30}(?:remboursement|mon argent|mes sous)"),
    ),
    "refund_request": (
        (3, r"(?:veux|voudrais|souhaite|demande|exige|aimerais|merci de|peut-on|pouvez-vous) (?:\w+[ ']){0,4}(?:rembours\w*)"),
        (3, r"(?:rendez|rends|remboursez|remboursé)[- ]moi"),
        (3, r"(?:récupérer|rendre|rendez|restituer).{0,20}\b(?:argent|somme|montant|sous)"),
    ),
    "cancel_request": (
        (2, r"(?:n'utilise|me sers) plus|n'ai plus besoin"),
        (3, r"(?:comment|où) (?:\w+[ -]){0,4}(?:désabonn\w*|résili\w*|annul\w*)"),
    ),
    "payment_failed": (
        (4, r"(?:impossible de|n'arrive pas à|arrive pas à|ne peux pas|peux pas) (?:payer|régler|acheter|m'abonner|finaliser|souscrire)"),
        (4, r"(?:échec|refus) (?:du|de) (?:paiement|ma carte|prélèvement)"),
        (2, r"impayée?"),
    ),
    "invoice_or_receipt_request": (
        (3, r"(?:facture|reçu|justificatif) (?:\w+ ){0,4}(?:svp|s'il vous plaît|manquante?|pdf)"),
        (2, r"(?:numéro de )?tva\b.{0,30}facture|facture.{0,30}tva"),
    ),
    "update_payment_method": (
        (3, r"nouvelle (?:carte|cb)"),
        (2, r"carte (?:\w+ )?expir\w*(?=.{0,60}(?:chang|mod|comment|nouvel))"),
    ),
    "plan_or_seat_question": (
        (3, r"(?:de l'|du |d'un )?(?:annuel|mensuel|abonnement annuel|abonnement mensuel) (?:au|à l'|à|vers) ?(?:annuel|mensuel)"),
        (3, r"(?:\d+|deux|trois|cinq|ajouter|enlever) (?:\w+ )?(?:licences?|sièges?|utilisateurs?)\b"),
        (3, r"prorata"),
    ),
    "unexpected_charge": (
        (4, r"(?:prélèvement|débit|paiement|facture|montant) (?:non autorisé|inconnu|inattendu|injustifié|frauduleux|abusif|incorrect)e?"),
        (4, r"(?:continuez|continue|continuent) (?:\w+ ){0,3}(?:prélever|débiter|facturer)"),
        (4, r"(?:annulé|résilié).{0,60}\b(?:quand même|encore|malgré|prélevé|débité|facturé|prélever)"),
        (3, r"arnaqu\w*|escroquerie|voleurs"),
    ),
    "product_failure_complaint": (
        (3, r"(?:payé|prélevé|débité|souscrit|acheté).{0,60}\b(?:pas accès|aucun accès|toujours (?:gratuit|bloqué)|pas activé|rien)"),
        (2, r"(?:pas d'accès|plus accès|aucun accès)"),
    ),
    "usage_or_rate_limit_question": ((3, r"limites? (?:d'utilisation|de l'api|api|de requêtes)|quota"),),
    "not_billing": ((2, r"mots? de passe"),),
}

NEGATED_BEFORE = (
    r"ne (?:veux|souhaite|voudrais|demande|désire|cherche) (?:\w+ )?pas\b",
    r"n'ai pas (?:besoin|demandé)\b",
    r"pas besoin\b",
    r"(?:pas (?:de|d'|un|la)|sans|au lieu (?:de|d'un)|ne) ?(?:\w+ )?$",
)
NEGATED_AFTER = (r" (?:n'est|ne sera) pas (?:nécessaire|utile|demandé)",)
# fmt: on
BREAKS = (r"mais\b", r"juste\b", r"seulement\b", r"simplement\b", r"merci de\b", r"car\b", r"et\b")

EXAMPLES: Examples = (
    ("J'ai été débité deux fois ce mois-ci, merci de me rembourser.", ("duplicate_charge", "refund_request")),
    ("Vous m'avez prélevé en double !!", ("duplicate_charge",)),
    ("J'ai deux abonnements alors que j'en veux un seul", ("duplicate_charge",)),
    ("Je souhaite résilier mon abonnement", ("cancel_request",)),
    ("Comment annuler mon abonnement ?", ("cancel_request",)),
    ("Je ne veux pas de remboursement, juste résilier", ("cancel_request",)),
    ("Je veux être remboursé", ("refund_request",)),
    ("Toujours pas reçu mon remboursement", ("refund_status",)),
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
