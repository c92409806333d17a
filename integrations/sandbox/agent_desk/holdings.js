/** The drawer that shows what the pretend Stripe and GitHub hold, kept current; a card that changed lights up. */

import { ask, build, when } from "./desk_page.js";

const EVERY_MS = 3000;

const VENDORS = {
  stripe: {
    title: "What Stripe holds now",
    note: "The pretend Stripe of this sandbox, as Tillside reads it.",
    address: "/_desk/stripe",
    cards: (holds) => [
      ...(holds.customers ?? []).map((customer) => [customer.id, customerCard(customer)]),
      ...(holds.charges_without_customer ?? []).map((charge) => [charge.id, strangerCard(charge)]),
    ],
    nothing: "No customer yet.",
  },
  github: {
    title: "What GitHub holds now",
    note: "Issues filed by Tillside itself: one per product gap, with the demand behind it, never with a customer's data.",
    address: "/_desk/github",
    cards: (holds) => (holds.issues ?? []).map((issue) => [String(issue.number), issueCard(issue)]),
    nothing: "No issue yet. One appears when a ticket shows something the product lacks.",
  },
};

export class Holdings {
  #shown = null;
  #timer = null;
  #read = "";
  /** The text of each card by id, to see which one changed. */
  #texts = new Map();

  constructor() {
    this.drawer = document.getElementById("holdings");
    this.list = document.getElementById("holdings-list");
    this.filter = document.getElementById("holdings-filter");
    this.buttons = { stripe: document.getElementById("open-stripe"), github: document.getElementById("open-github") };
    for (const [vendor, button] of Object.entries(this.buttons)) {
      button.addEventListener("click", () => (this.#shown === vendor ? this.#close() : this.#open(vendor)));
    }
    document.getElementById("close-holdings").addEventListener("click", () => this.#close());
    document.addEventListener("keydown", (event) => event.key === "Escape" && this.#shown && this.#close());
    this.filter.addEventListener("input", () => this.#applyFilter());
  }

  #open(vendor) {
    this.#shown = vendor;
    this.#read = "";
    this.#texts.clear();
    document.getElementById("holdings-title").textContent = VENDORS[vendor].title;
    document.getElementById("holdings-note").textContent = VENDORS[vendor].note;
    this.filter.value = "";
    this.list.replaceChildren();
    this.#mark();
    void this.#refresh();
  }

  #close() {
    const button = this.buttons[this.#shown];
    this.#shown = null;
    clearTimeout(this.#timer);
    this.#mark();
    button.focus();
  }

  #mark() {
    this.drawer.hidden = this.#shown === null;
    for (const [vendor, button] of Object.entries(this.buttons)) {
      button.setAttribute("aria-expanded", String(vendor === this.#shown));
    }
  }

  async #refresh() {
    clearTimeout(this.#timer);
    const vendor = this.#shown;
    try {
      const holds = await ask(VENDORS[vendor].address);
      if (vendor !== this.#shown) return;
      const read = JSON.stringify(holds);
      if (read !== this.#read) this.#paint(VENDORS[vendor], holds);
      this.#read = read;
    } catch {
      this.list.replaceChildren(build("p", { class: "note" }, "It does not answer just now."));
      this.#read = "";
    }
    if (vendor === this.#shown) this.#timer = setTimeout(() => void this.#refresh(), EVERY_MS);
  }

  #paint(vendor, holds) {
    const cards = vendor.cards(holds);
    const before = this.#texts;
    this.#texts = new Map(cards.map(([id, card]) => [id, card.textContent]));
    for (const [id, card] of cards) {
      if (before.size > 0 && before.get(id) !== card.textContent) card.classList.add("changed");
    }
    this.list.replaceChildren(
      ...(cards.length > 0 ? cards.map(([, card]) => card) : [build("p", { class: "note" }, vendor.nothing)]),
    );
    this.#applyFilter();
  }

  #applyFilter() {
    const wanted = this.filter.value.trim().toLowerCase();
    for (const card of this.list.children) card.hidden = !card.textContent.toLowerCase().includes(wanted);
  }
}

function customerCard(customer) {
  const facts = [
    customer.email,
    customer.cards?.length > 0 && customer.cards.join(", "),
    customer.credit && `credit ${customer.credit}`,
    customer.owes && `owes ${customer.owes}`,
    customer.deleted && "deleted",
  ].filter(Boolean);
  return build("article", { class: "held" }, [
    build("h3", {}, [
      build("span", { dir: "auto" }, customer.name ?? customer.email ?? "No name"),
      build("span", { class: "id" }, customer.id),
    ]),
    build("p", { class: "note", dir: "auto" }, facts.join(" · ")),
    ...rows("Subscriptions", customer.subscriptions, (subscription) => [
      subscription.what,
      [
        `since ${subscription.since}`,
        subscription.ended ? `ended ${subscription.ended}` : `until ${subscription.period_ends}`,
        subscription.cancels && `cancels ${subscription.cancels}`,
      ],
      subscription,
    ]),
    ...rows("Charges", customer.charges, charge),
    ...rows("Invoices", customer.invoices, (invoice) => [`${invoice.total}`, [invoice.number, invoice.at], invoice]),
  ]);
}

function strangerCard(found) {
  return build("article", { class: "held" }, [build("h3", {}, "Paid without a customer"), ...rows("Charge", [found], charge)]);
}

function charge(found) {
  const refunds = (found.refunds ?? []).map((refund) => `refund ${refund.amount} ${refund.status}, ${refund.at}`);
  return [found.amount, [found.method, found.at, found.why, found.disputed && "disputed", ...refunds], found];
}

/** One line per thing: what it is, more about it, its state and its id. */
function rows(heading, things, describe) {
  if (!things?.length) return [];
  return [
    build("h4", {}, heading),
    build(
      "ul",
      { class: "rows" },
      things.map((thing) => {
        const [what, more, { id, status }] = describe(thing);
        return build("li", {}, [
          build("span", { class: "what-it-is" }, [build("span", { dir: "auto" }, what), state(status)]),
          build("span", { class: "more", dir: "auto" }, more.filter(Boolean).join(" · ")),
          build("span", { class: "id" }, id),
        ]);
      }),
    ),
  ];
}

function issueCard(issue) {
  const labels = (issue.labels ?? []).map((label) => (typeof label === "string" ? label : label.name));
  return build("article", { class: "held" }, [
    build("h3", {}, [build("span", {}, `#${issue.number} ${issue.title}`), state(issue.state)]),
    build("p", { class: "note" }, [...labels, `updated ${when(issue.updated_at)}`].join(" · ")),
    build("div", { class: "text" }, markdown(issue.body ?? "")),
    ...(issue.comments ?? []).map((comment) =>
      build("div", { class: "text comment" }, [build("p", { class: "note" }, comment.author), ...markdown(comment.body)]),
    ),
  ]);
}

/** As much Markdown as the issues use: headings, lists, tables, code and bold words. Everything else is text. */
function markdown(source) {
  const blocks = source.replace(/<!--[\s\S]*?-->\n?|^-{3,}$/gm, "").split(/\n{2,}|\n(?=#)|(?<=^#.*)\n/m);
  return blocks.map((block) => block.trim()).filter(Boolean).map((block) => {
    const lines = block.split("\n");
    const heading = /^#+\s+(.*)$/.exec(block);
    if (heading) return build("h4", {}, inline(heading[1]));
    if (lines.every((line) => line.startsWith("|"))) return table(lines);
    if (lines.every((line) => /^\s*[-*]\s/.test(line))) {
      return build("ul", { class: "bullets" }, lines.map((line) => build("li", {}, inline(line.replace(/^\s*[-*]\s+(\[.\]\s+)?/, "")))));
    }
    return build("p", {}, inline(lines.join(" ")));
  });
}

function table(lines) {
  const cells = (line) => line.slice(1, line.lastIndexOf("|")).split("|").map((cell) => cell.trim());
  const body = lines.filter((line) => !/^[|\s:-]+$/.test(line));
  return build("table", {}, body.map((line) => build("tr", {}, cells(line).map((cell) => build("td", {}, inline(cell))))));
}

function inline(text) {
  return text.split(/(`[^`]+`|\*\*[^*]+\*\*)/).map((piece) => {
    if (piece.startsWith("`")) return build("code", {}, piece.slice(1, -1));
    return piece.startsWith("**") ? build("strong", {}, piece.slice(2, -2)) : piece;
  });
}

function state(status) {
  return build("span", { class: `state ${status}` }, String(status).replace(/_/g, " "));
}
