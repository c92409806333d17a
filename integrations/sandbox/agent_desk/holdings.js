/** The drawer that shows what the pretend Stripe and GitHub hold, as they hold it, and marks what has just changed. */

import { ask, build, money, when } from "./desk_page.js";

const EVERY_MS = 3000;
const HIDDEN = new Set(["object", "livemode", "metadata", "body", "comments", "url", "currency", "title", "number"]);

const VENDORS = {
  stripe: {
    title: "What Stripe holds now",
    note: "The pretend Stripe of this sandbox. Tillside only reads it; change it through the product or the API.",
    address: "/_desk/stripe",
  },
  github: {
    title: "What GitHub holds now",
    note: "Issues that Tillside filed by itself: one per gap, with demand, never with a customer's data.",
    address: "/_desk/github",
  },
};

export class Holdings {
  #shown = null;
  #timer = null;
  #before = "";

  constructor() {
    this.drawer = document.getElementById("holdings");
    this.buttons = { stripe: document.getElementById("open-stripe"), github: document.getElementById("open-github") };
    for (const [vendor, button] of Object.entries(this.buttons)) {
      button.addEventListener("click", () => (this.#shown === vendor ? this.close() : this.open(vendor)));
    }
    document.getElementById("close-holdings").addEventListener("click", () => this.close());
    document.addEventListener("keydown", (event) => event.key === "Escape" && this.#shown && this.close());
  }

  open(vendor) {
    this.#shown = vendor;
    this.#before = "";
    document.getElementById("holdings-title").textContent = VENDORS[vendor].title;
    document.getElementById("holdings-note").textContent = VENDORS[vendor].note;
    this.#mark();
    void this.#refresh();
  }

  close() {
    const button = this.buttons[this.#shown];
    this.#shown = null;
    clearTimeout(this.#timer);
    this.#mark();
    button?.focus();
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
      const text = JSON.stringify(holds);
      if (vendor === this.#shown && text !== this.#before) {
        this.#before = text;
        document.getElementById("holdings-list").replaceChildren(...(vendor === "github" ? issues(holds) : books(holds)));
      }
    } catch {
      document.getElementById("holdings-list").replaceChildren(build("p", { class: "note" }, "It does not answer just now."));
    }
    if (this.#shown === vendor) this.#timer = setTimeout(() => void this.#refresh(), EVERY_MS);
  }
}

function issues(holds) {
  const found = holds.issues ?? [];
  if (found.length === 0) return [build("p", { class: "note" }, "No issue yet.")];
  return found.map((issue) =>
    build("article", { class: "held" }, [
      build("h3", {}, [`#${issue.number} ${issue.title} `, build("span", { class: `state ${issue.state}` }, issue.state)]),
      build("p", { class: "note" }, [(issue.labels ?? []).map(labelName).join(" · "), ` · updated ${when(issue.updated_at)}`]),
      build("pre", { dir: "auto" }, issue.body ?? ""),
      ...(issue.comments ?? []).map((comment) =>
        build("pre", { class: "comment", dir: "auto" }, `${comment.author}: ${comment.body}`),
      ),
    ]),
  );
}

const labelName = (label) => (typeof label === "string" ? label : label.name);

/** Whatever the books hold: lists become headings with cards, objects become rows. */
function books(holds) {
  const lists = Object.entries(holds).filter(([, value]) => Array.isArray(value));
  const found = lists.filter(([, list]) => list.length > 0);
  if (found.length === 0) return [build("p", { class: "note" }, "Nothing yet.")];
  return found.map(([name, list]) =>
    build("details", { class: "list", ...(name === "customers" || found.length === 1 ? { open: "" } : {}) }, [
      build("summary", {}, [spelled(name), build("span", { class: "number" }, String(list.length))]),
      ...list.map((item) => build("article", { class: "held" }, card(item))),
    ]),
  );
}

function card(item) {
  if (item === null || typeof item !== "object") return [build("p", {}, String(item))];
  const title = item.name ?? item.email ?? item.plan ?? item.number ?? item.description ?? item.id ?? "";
  const amount = headline(item);
  const rows = Object.entries(item).filter(
    ([key, value]) => !HIDDEN.has(key) && value !== null && value !== "" && value !== title && key !== "status" && !Array.isArray(value) && value !== item[amount.field],
  );
  const lists = Object.entries(item).filter(([key, value]) => Array.isArray(value) && value.length > 0 && !HIDDEN.has(key));
  return [
    build("h3", {}, [
      build("span", { dir: "auto" }, String(title)),
      ...(amount.text ? [" ", build("span", { class: "amount" }, amount.text)] : []),
      ...(item.status ? [" ", build("span", { class: `state ${item.status}` }, spelled(String(item.status)))] : []),
    ]),
    build(
      "dl",
      {},
      rows.flatMap(([key, value]) => [build("dt", {}, spelled(key)), build("dd", { dir: "auto" }, told(key, value, item))]),
    ),
    ...lists.map(([name, list]) =>
      build("div", { class: "inner" }, [
        build("h4", {}, spelled(name)),
        ...list.map((inner) => build("div", { class: "held inner" }, card(inner))),
      ]),
    ),
  ];
}

function headline(item) {
  const field = ["amount", "total", "price"].find((name) => name in item);
  return field ? { field, text: told(field, item[field], item) } : { field: "", text: "" };
}

function told(key, value, item) {
  if (typeof value === "object") {
    if (value !== null && "text" in value) return value.text;
    return Object.entries(value ?? {})
      .map(([name, inner]) => `${spelled(name)} ${inner}`)
      .join(", ");
  }
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "number" && item.currency && /amount|total|balance|price|fee|due|paid$/.test(key)) return money(value, item.currency);
  if (typeof value === "number" && value > 1e9 && value < 1e10) return when(new Date(value * 1000).toISOString());
  if (typeof value === "string" && /^\d{4}-\d\d-\d\dT/.test(value)) return when(value);
  return String(value);
}

const spelled = (code) => code.replace(/_/g, " ");
