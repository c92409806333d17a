/** What the sidebar says in English. Sentences about a case come from the service. */

export const en = {
  app: "Tillside",
  buckets: {
    duplicate_subscription: "Duplicate subscription",
    multi_seat_intent: "Several seats intended",
    payment_failed: "Payment failed",
    self_serve_missing: "Self-serve missing",
    product_failure: "Product failure",
    not_billing: "Not a billing question",
    needs_human: "Needs a person",
  } as Record<string, string>,
  verdictConfidence: {
    high: "High confidence",
    medium: "Medium confidence",
    low: "Low confidence",
  } as Record<string, string>,
  matchConfidence: {
    strong: "Proven",
    weak: "Not proven",
    ambiguous: "Several possible",
    none: "Not found",
  } as Record<string, string>,
  statuses: {
    active: "Active",
    trialing: "Trial",
    past_due: "Past due",
    unpaid: "Unpaid",
    paused: "Paused",
    canceled: "Canceled",
    incomplete: "Incomplete",
    incomplete_expired: "Never started",
    succeeded: "Paid",
    pending: "Pending",
    failed: "Failed",
  } as Record<string, string>,
  intervals: {
    day: ["day", "days"],
    week: ["week", "weeks"],
    month: ["month", "months"],
    year: ["year", "years"],
  } as Record<string, [string, string]>,
  every: (count: number, unit: string) => (count === 1 ? `per ${unit}` : `every ${count} ${unit}`),
  seats: (count: number) => `${count} seats`,

  freshness: {
    live: (time: string) => `Live at ${time}`,
    read: (ago: string) => `Read ${ago}`,
    refresh: "Read Stripe again",
    refreshing: "Reading Stripe again …",
  },

  answer: "What happened",
  incomplete: (what: string) => `Not everything could be read: ${what}.`,

  who: {
    title: "Customer",
    nameless: "No name on file",
    records: (count: number) => `${count} customer records of one person, read as one picture`,
    since: (date: string) => `Customer since ${date}`,
    deleted: "Deleted in Stripe",
    credit: (amount: string) => `Holds ${amount} credit`,
    pinned: (agent: string, when: string) => `Chosen by ${agent}, ${when}`,
    unpin: "Undo this choice",
    none: "No Stripe customer belongs to this ticket",
    unproven: "It is not proven who asks",
    several: "Which customer is this?",
    choose: "This one",
    chooseLabel: (who: string) => `This one: ${who}`,
    created: (date: string) => `created ${date}`,
    askFor: "Ask for",
    wouldHelp: "What would prove it",
  },

  plan: {
    next: "Next safest step",
    nothing: "No step is needed.",
    then: "After that",
    verify: "Check the contract first",
    undo: "Undo",
    impact: "Revenue",
    why: "Why",
    blockedBy: "Blocked because",
    states: { proposed: "Proposed", blocked: "Blocked", done: "Done" } as Record<string, string>,
    inStripe: "Proposed – do it in Stripe for now",
  },

  revenue: {
    title: "Revenue impact",
    refund: "Refund",
    mrr_lost: "MRR lost",
    mrr_gained: "MRR gained",
    at_risk: "At risk",
    fee_lost: "Fees lost",
  },

  reasons: {
    title: "Why we think so",
    for: "For",
    against: "Against",
    weighed: (forIt: number, against: number) =>
      `${forIt} ${forIt === 1 ? "reason" : "reasons"} for, ${against === 0 ? "none" : against} against`,
    also: "Also seen",
  },

  reply: {
    title: "Reply draft",
    language: (name: string) => `in ${name}`,
    insert: "Insert reply",
    inserting: "Inserting …",
    inserted: "In the editor. Read it, then send it yourself.",
    alreadyThere: "The editor already holds this draft.",
    wrongEditor: "The editor is an internal note. Switch it to “Public reply”, then insert.",
    failed: "Zendesk did not take the draft. Copy it instead.",
    none: "No draft for this case.",
  },

  handoff: {
    title: "Handoff",
    show: "Show the text",
    write: "Write handoff",
    writing: "Writing …",
    writeAgain: "Write it again",
    written: (agent: string, when: string) => `Internal note written by ${agent}, ${when}`,
    justWritten: "Written as an internal note.",
    already: "This handoff was already written.",
    failed: "The note could not be written.",
    insertInstead: "Put it in the editor instead",
    inserted: "In the editor, as an internal note.",
    wrongEditor: "The editor is a public reply. Switch it to “Internal note”, or copy the text.",
  },

  copy: "Copy",
  copied: "Copied.",
  copyFailed: "Copying is not allowed here. Select the text instead.",

  gap: {
    title: "What the product lacks",
    issue: (number: number) => `GitHub issue #${number}`,
    opensNewTab: "(opens a new tab)",
    states: { open: "open", closed: "closed" } as Record<string, string>,
    filedSoon: "An issue will be filed by itself.",
  },

  billing: {
    title: "Billing state",
    hidden: "Account details stay hidden until it is proven who asks.",
    subscriptions: "Subscriptions",
    noSubscriptions: "No subscription.",
    payments: "Last payments",
    noPayments: "No payment.",
    since: (date: string) => `since ${date}`,
    renews: (date: string) => `renews ${date}`,
    ends: (date: string) => `ends ${date}`,
    ended: (date: string) => `ended ${date}`,
    refunded: "Refunded",
    partlyRefunded: (amount: string) => `${amount} refunded`,
    disputed: "Disputed",
    allPayments: (count: number) => `All ${count} payments`,
    allSubscriptions: (count: number) => `All ${count} subscriptions`,
    card: (last4: string) => `ending in ${last4}`,
  },

  unread: {
    title: "What could not be read",
    permission: (name: string) => `Missing permission: ${name}`,
    truncated: (what: string) => `Only the newest of ${what} were read.`,
    lost: (rule: string) => `A rule broke and was left out: ${rule}`,
  },

  opening: "Looking up this ticket",
  reading: {
    title: "Reading Stripe …",
    text: "Finding the customer and their payments. This takes a few seconds.",
    slow: "This takes longer than usual. It will appear here by itself.",
  },
  sessionOver: {
    title: "Your session has ended",
    text: "Close this ticket and open it again, or reload the apps, to go on.",
  },
  noTicket: {
    title: "Not saved yet",
    text: "Tillside looks at the ticket once it is submitted.",
  },
  notInZendesk: {
    title: "This page belongs in a Zendesk ticket",
    text: "Open a ticket and look in the apps panel on the right.",
  },
  problems: {
    unreachable: "The Tillside service cannot be reached.",
    too_slow: "The Tillside service took too long to answer.",
    refused: "The Tillside service refused.",
    not_understood: "The answer was not understood. The page may be older than the service: reload it.",
    session_over: "Your session has ended.",
    zendesk: "Zendesk does not answer.",
  } as Record<string, string>,
  retry: "Try again",
  stillShowing: "Shown is the last good picture.",
  ready: (sentence: string) => `Ready. ${sentence}`,
};

export type Words = typeof en;
