/** What the sidebar says in German. Sentences about a case come from the service. */

import type { Words } from "./en";

export const de: Words = {
  app: "Tillside",
  buckets: {
    duplicate_subscription: "Doppeltes Abo",
    multi_seat_intent: "Mehrere Plätze gewollt",
    payment_failed: "Zahlung fehlgeschlagen",
    self_serve_missing: "Selbstbedienung fehlt",
    product_failure: "Produktfehler",
    not_billing: "Keine Abrechnungsfrage",
    needs_human: "Braucht einen Menschen",
  },
  verdictConfidence: {
    high: "Hohe Sicherheit",
    medium: "Mittlere Sicherheit",
    low: "Geringe Sicherheit",
  },
  matchConfidence: {
    strong: "Belegt",
    weak: "Nicht belegt",
    ambiguous: "Mehrere möglich",
    none: "Nicht gefunden",
  },
  statuses: {
    active: "Aktiv",
    trialing: "Testphase",
    past_due: "Überfällig",
    unpaid: "Unbezahlt",
    paused: "Pausiert",
    canceled: "Gekündigt",
    incomplete: "Unvollständig",
    incomplete_expired: "Nie begonnen",
    succeeded: "Bezahlt",
    pending: "Ausstehend",
    failed: "Fehlgeschlagen",
  },
  intervals: {
    day: ["Tag", "Tage"],
    week: ["Woche", "Wochen"],
    month: ["Monat", "Monate"],
    year: ["Jahr", "Jahre"],
  },
  every: (count, unit) => (count === 1 ? `pro ${unit}` : `alle ${count} ${unit}`),
  seats: (count) => `${count} Plätze`,

  freshness: {
    live: (time) => `Live um ${time}`,
    read: (ago) => `Gelesen ${ago}`,
    refresh: "Stripe erneut lesen",
    refreshing: "Stripe wird erneut gelesen …",
  },

  answer: "Was passiert ist",
  incomplete: (what) => `Nicht alles war lesbar: ${what}.`,

  who: {
    title: "Kunde",
    nameless: "Kein Name hinterlegt",
    records: (count) => `${count} Kundeneinträge einer Person, als ein Bild gelesen`,
    since: (date) => `Kunde seit ${date}`,
    deleted: "In Stripe gelöscht",
    credit: (amount) => `Guthaben ${amount}`,
    pinned: (agent, when) => `Gewählt von ${agent}, ${when}`,
    unpin: "Wahl aufheben",
    none: "Zu diesem Ticket gibt es keinen Stripe-Kunden",
    unproven: "Es ist nicht belegt, wer fragt",
    several: "Welcher Kunde ist es?",
    choose: "Dieser",
    chooseLabel: (who) => `Dieser: ${who}`,
    created: (date) => `angelegt ${date}`,
    askFor: "Fragen Sie nach",
    wouldHelp: "Was es belegen würde",
  },

  plan: {
    next: "Nächster sicherster Schritt",
    nothing: "Es ist kein Schritt nötig.",
    then: "Danach",
    verify: "Zuerst den Vertrag prüfen",
    undo: "Rückgängig",
    impact: "Umsatz",
    why: "Warum",
    blockedBy: "Gesperrt, weil",
    states: { proposed: "Vorgeschlagen", blocked: "Gesperrt", done: "Erledigt" },
    inStripe: "Vorschlag – vorerst in Stripe ausführen",
  },

  revenue: {
    title: "Wirkung auf den Umsatz",
    refund: "Erstattung",
    mrr_lost: "MRR verloren",
    mrr_gained: "MRR gewonnen",
    at_risk: "Gefährdet",
    fee_lost: "Gebühren verloren",
  },

  reasons: {
    title: "Warum wir das denken",
    for: "Dafür",
    against: "Dagegen",
    weighed: (forIt, against) =>
      `${forIt} ${forIt === 1 ? "Grund" : "Gründe"} dafür, ${against === 0 ? "keiner" : against} dagegen`,
    also: "Außerdem gesehen",
  },

  reply: {
    title: "Antwortentwurf",
    language: (name) => `auf ${name}`,
    insert: "Antwort einfügen",
    inserting: "Wird eingefügt …",
    inserted: "Steht im Editor. Bitte lesen und selbst senden.",
    alreadyThere: "Der Entwurf steht schon im Editor.",
    wrongEditor: "Der Editor ist eine interne Notiz. Auf „Öffentliche Antwort“ umstellen, dann einfügen.",
    failed: "Zendesk hat den Entwurf nicht angenommen. Bitte kopieren.",
    none: "Kein Entwurf zu diesem Fall.",
  },

  handoff: {
    title: "Übergabe",
    show: "Text zeigen",
    write: "Übergabe schreiben",
    writing: "Wird geschrieben …",
    writeAgain: "Erneut schreiben",
    written: (agent, when) => `Interne Notiz von ${agent}, ${when}`,
    justWritten: "Als interne Notiz geschrieben.",
    already: "Diese Übergabe war schon geschrieben.",
    failed: "Die Notiz konnte nicht geschrieben werden.",
    insertInstead: "Stattdessen in den Editor",
    inserted: "Steht im Editor, als interne Notiz.",
    wrongEditor: "Der Editor ist eine öffentliche Antwort. Auf „Interne Notiz“ umstellen oder den Text kopieren.",
  },

  copy: "Kopieren",
  copied: "Kopiert.",
  copyFailed: "Kopieren ist hier nicht erlaubt. Bitte den Text markieren.",

  gap: {
    title: "Was dem Produkt fehlt",
    issue: (number) => `GitHub-Issue #${number}`,
    opensNewTab: "(öffnet einen neuen Tab)",
    states: { open: "offen", closed: "geschlossen" },
    filedSoon: "Ein Issue wird von selbst angelegt.",
  },

  billing: {
    title: "Stand der Abrechnung",
    hidden: "Kontodaten bleiben verborgen, bis belegt ist, wer fragt.",
    subscriptions: "Abos",
    noSubscriptions: "Kein Abo.",
    payments: "Letzte Zahlungen",
    noPayments: "Keine Zahlung.",
    since: (date) => `seit ${date}`,
    renews: (date) => `verlängert sich ${date}`,
    ends: (date) => `endet ${date}`,
    ended: (date) => `beendet ${date}`,
    refunded: "Erstattet",
    partlyRefunded: (amount) => `${amount} erstattet`,
    disputed: "Angefochten",
    allPayments: (count) => `Alle ${count} Zahlungen`,
    allSubscriptions: (count) => `Alle ${count} Abos`,
    card: (last4) => `endet auf ${last4}`,
  },

  unread: {
    title: "Was nicht lesbar war",
    permission: (name) => `Fehlende Berechtigung: ${name}`,
    truncated: (what) => `Nur die neuesten wurden gelesen: ${what}.`,
    lost: (rule) => `Eine Regel ist ausgefallen: ${rule}`,
  },

  opening: "Ticket wird nachgeschlagen",
  reading: {
    title: "Stripe wird gelesen …",
    text: "Kunde und Zahlungen werden gesucht. Das dauert einige Sekunden.",
    slow: "Das dauert länger als sonst. Es erscheint hier von selbst.",
  },
  sessionOver: {
    title: "Ihre Sitzung ist abgelaufen",
    text: "Schließen Sie das Ticket und öffnen Sie es erneut, oder laden Sie die Apps neu.",
  },
  noTicket: {
    title: "Noch nicht gespeichert",
    text: "Tillside sieht sich das Ticket an, sobald es gesendet ist.",
  },
  notInZendesk: {
    title: "Diese Seite gehört in ein Zendesk-Ticket",
    text: "Öffnen Sie ein Ticket und sehen Sie rechts in die Apps.",
  },
  problems: {
    unreachable: "Der Tillside-Dienst ist nicht erreichbar.",
    too_slow: "Der Tillside-Dienst hat zu lange gebraucht.",
    refused: "Der Tillside-Dienst hat abgelehnt.",
    not_understood: "Die Antwort war unverständlich. Die Seite ist vielleicht älter als der Dienst: bitte neu laden.",
    session_over: "Ihre Sitzung ist abgelaufen.",
    zendesk: "Zendesk antwortet nicht.",
  },
  retry: "Erneut versuchen",
  stillShowing: "Gezeigt wird das letzte gute Bild.",
  ready: (sentence) => `Fertig. ${sentence}`,
};
