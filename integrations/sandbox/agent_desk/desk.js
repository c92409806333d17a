/** The pretend Agent Workspace: tickets on the left, the conversation, and Tillside's sidebar on the right. */

import { ask, build, when } from "./desk_page.js";
import { Holdings } from "./holdings.js";
import { AppHost } from "./zaf_host.js";

const TICKETS_EVERY_MS = 8000;
const CONVERSATION_EVERY_MS = 4000;
const TOAST_MS = 5000;
const PLAIN_CHANNELS = new Set(["chat", "native_messaging", "sms", "whatsapp", "facebook", "telegram"]);

const part = (id) => document.getElementById(id);

class Desk {
  #config = null;
  #tickets = [];
  #ticket = null;
  /** What is typed under each ticket, kept while others are open. */
  #drafts = new Map();
  #host = new AppHost(this.#workspace());

  async start() {
    new Holdings();
    this.#followScheme();
    this.#composer();
    this.#config = await ask("/_desk/config");
    part("account").textContent = `${capitalised(this.#config.subdomain)} Support`;
    const agents = this.#config.agents.filter((agent) => !agent.suspended);
    part("agent").replaceChildren(...agents.map((agent) => build("option", { value: agent.id }, agent.name)));
    part("agent").value = String(agents.find((agent) => String(agent.id) === remembered("agent"))?.id ?? agents[0]?.id);
    part("agent").addEventListener("change", () => {
      remember("agent", part("agent").value);
      this.#mountApp();
    });
    await this.#listTickets();
    window.addEventListener("hashchange", () => this.#followAddress());
    this.#followAddress();
    every(TICKETS_EVERY_MS, () => this.#listTickets());
    every(CONVERSATION_EVERY_MS, () => this.#ticket && this.#readConversation(this.#ticket.id));
  }

  get #agent() {
    return this.#config.agents.find((agent) => String(agent.id) === part("agent").value);
  }

  get #draft() {
    const id = this.#ticket?.id;
    if (!this.#drafts.has(id)) this.#drafts.set(id, { type: "publicReply", text: "" });
    return this.#drafts.get(id);
  }

  // ------------------------------------------------------------ tickets
  async #listTickets() {
    const { tickets } = await ask("/_desk/tickets");
    if (JSON.stringify(tickets) === JSON.stringify(this.#tickets)) return;
    this.#tickets = tickets;
    this.#paintTickets();
  }

  #paintTickets() {
    part("count").textContent = this.#tickets.length ? String(this.#tickets.length) : "";
    part("tickets").replaceChildren(
      ...this.#tickets.map((ticket) =>
        build("li", {}, [
          build("a", { href: `#ticket=${ticket.id}`, ...(ticket.id === this.#ticket?.id ? { "aria-current": "page" } : {}) }, [
            build("span", { class: "line" }, [
              build("span", { class: "name", dir: "auto" }, ticket.requester.name),
              build("time", {}, when(ticket.updated_at)),
            ]),
            build("span", { class: "what", dir: "auto" }, ticket.subject),
          ]),
        ]),
      ),
    );
  }

  #followAddress() {
    const asked = Number(new URLSearchParams(location.hash.slice(1)).get("ticket"));
    const id = asked || this.#tickets[0]?.id;
    if (id && id !== this.#ticket?.id) void this.#open(id);
  }

  async #open(id) {
    try {
      await this.#readConversation(id, true);
    } catch (problem) {
      return this.#toast(problem.message, "error");
    }
    this.#paintTickets();
    document.querySelector("#tickets [aria-current]")?.scrollIntoView({ block: "nearest" });
    this.#showDraft();
    this.#mountApp();
  }

  async #readConversation(id, opening = false) {
    const { ticket } = await ask(`/_desk/tickets/${id}`);
    if (!opening && ticket.id !== this.#ticket?.id) return;
    const grown = !opening && ticket.comments.length !== this.#ticket.comments.length;
    const same = !opening && JSON.stringify(ticket) === JSON.stringify(this.#ticket);
    if (same) return;
    this.#ticket = ticket;
    this.#paintTicket(opening || grown);
    if (grown) this.#host.emit("ticket.conversation.changed", conversationOf(ticket));
  }

  #paintTicket(toTheEnd) {
    const ticket = this.#ticket;
    part("empty").hidden = true;
    part("open-ticket").hidden = false;
    document.title = `#${ticket.id} ${ticket.subject}`;
    part("subject").textContent = ticket.subject;
    part("about").textContent = [`#${ticket.id}`, ticket.requester.name, ticket.requester.email, `by ${spelled(ticket.channel)}`, ticket.status]
      .filter(Boolean)
      .join(" · ");
    part("tags").replaceChildren(...ticket.tags.map((tag) => build("span", { class: "badge" }, tag)));
    const conversation = part("conversation");
    conversation.replaceChildren(...ticket.comments.map((comment) => this.#bubble(comment)));
    if (toTheEnd) conversation.scrollTop = conversation.scrollHeight;
  }

  #bubble(comment) {
    const side = comment.author.role === "end-user" ? "customer" : "staff";
    const marks = [
      ...(comment.public ? [] : [build("span", { class: "badge" }, "internal note")]),
      ...(comment.trusted && comment.flags.length === 0 ? [] : [build("span", { class: "badge warning" }, "sender not verified")]),
    ];
    return build("li", { class: `comment ${comment.public ? side : "note"}` }, [
      build("p", { class: "by" }, [build("strong", { dir: "auto" }, comment.author.name), ...marks, build("time", {}, when(comment.created_at))]),
      build("p", { class: "body", dir: "auto" }, comment.body),
    ]);
  }

  // ------------------------------------------------------------ the editor
  #composer() {
    for (const button of document.querySelectorAll("[data-type]")) {
      button.addEventListener("click", () => {
        this.#draft.type = button.dataset.type;
        this.#showDraft();
        this.#host.emit("comment.type.changed", this.#draft.type);
      });
    }
    part("editor").addEventListener("input", () => {
      this.#draft.text = part("editor").value;
    });
    part("composer").addEventListener("submit", (event) => {
      event.preventDefault();
      void this.#submit();
    });
  }

  #showDraft() {
    const { type, text } = this.#draft;
    for (const button of document.querySelectorAll("[data-type]")) {
      button.setAttribute("aria-pressed", String(button.dataset.type === type));
    }
    part("composer").classList.toggle("note", type === "internalNote");
    part("recipient").textContent = type === "internalNote" ? "Only colleagues see this" : `To ${this.#ticket.requester.name}`;
    part("editor").value = text;
  }

  async #submit() {
    const draft = this.#draft;
    const ticket = this.#ticket;
    const status = part("status").value;
    if (!draft.text.trim()) return this.#toast("Write something first.", "alert");
    try {
      await this.#host.runHook("ticket.save");
      this.#host.emit("ticket.submit.start", {});
      const body = { body: draft.text, public: draft.type === "publicReply", agent: this.#agent.id, status };
      await ask(`/_desk/tickets/${ticket.id}/comments`, { method: "POST", body });
      this.#drafts.delete(ticket.id);
      this.#host.emit("ticket.submit.done", {});
      this.#toast(status === "solved" ? "Submitted and solved." : "Submitted.");
      part("status").value = "open";
      await this.#listTickets();
      await this.#readConversation(ticket.id);
      this.#showDraft();
    } catch (problem) {
      this.#host.emit("ticket.submit.fail", {});
      this.#toast(problem.message, "error");
    }
  }

  // ------------------------------------------------------------ the app
  #mountApp() {
    part("silent").hidden = true;
    if (!this.#ticket || !this.#config.sidebar_url) return;
    void this.#host.mount(part("frame"), this.#config.sidebar_url, scheme()).catch((problem) => this.#toast(problem.message, "error"));
  }

  #workspace() {
    return {
      context: () => ({
        product: "support",
        account: { subdomain: this.#config.subdomain },
        location: "ticket_sidebar",
        ticketId: this.#ticket.id,
      }),
      metadata: () => ({
        appId: this.#config.app_id,
        installationId: this.#config.installation_id,
        name: "Tillside",
        version: "0.1.0",
        plan: null,
        settings: { title: "Tillside" },
      }),
      token: async (url) => {
        const asked = new URLSearchParams({ url, agent: this.#agent.id });
        return (await ask(`/_desk/signed-token?${asked}`)).token;
      },
      onSilence: (origin) => {
        part("silent").textContent = `The sidebar at ${origin} has not started. If nothing is said below: is the service running?`;
        part("silent").hidden = false;
      },
      read: (path) => path.split(".").reduce((value, key) => (value === null || value === undefined ? undefined : value[key]), this.#visible()),
      write: (path, value) => {
        if (path === "comment.type" && ["publicReply", "internalNote"].includes(value)) this.#draft.type = value;
        else if (path === "comment.text" && typeof value === "string") this.#draft.text = plainText(value, this.#rich);
        else return false;
        this.#showDraft();
        return true;
      },
      actions: {
        "comment.appendText": (text) => this.#append(String(text)),
        "ticket.comment.appendText": (text) => this.#append(String(text)),
        "comment.appendHtml": (html) => this.#append(plainText(String(html), true)),
        "ticket.comment.appendHtml": (html) => this.#append(plainText(String(html), true)),
        "comment.appendMarkdown": (text) => this.#append(String(text)),
        "ticket.editor.insert": (html) => this.#append(plainText(String(html), this.#rich)),
        "ticket.tags.add": (tags) => this.#tag((now) => [...new Set([...now, ...[tags].flat()])]),
        "ticket.tags.remove": (tags) => this.#tag((now) => now.filter((tag) => ![tags].flat().includes(tag))),
        notify: (message, kind) => this.#toast(String(message), kind),
        "app.show": () => undefined,
        "app.hide": () => undefined,
        preloadPane: () => undefined,
        popover: () => undefined,
        track: () => undefined,
        routeTo: (kind, id) => {
          if (kind === "ticket") location.hash = `ticket=${id}`;
        },
      },
    };
  }

  get #rich() {
    return !PLAIN_CHANNELS.has(this.#ticket.channel);
  }

  /** What `client.get` finds. */
  #visible() {
    const ticket = this.#ticket;
    const agent = this.#agent;
    const requester = { ...ticket.requester, locale: ticket.language, role: "end-user", externalId: null };
    requester.identities = requester.email ? [{ type: "email", value: requester.email }] : [];
    return {
      colorScheme: scheme(),
      comment: {
        type: this.#draft.type,
        text: this.#rich ? asHtml(this.#draft.text) : this.#draft.text,
        useRichText: this.#rich,
        attachments: [],
      },
      currentUser: { id: agent.id, name: agent.name, email: agent.email, role: agent.role, locale: agent.locale ?? navigator.language },
      currentAccount: { subdomain: this.#config.subdomain, planName: "Suite Professional" },
      ticket: {
        id: ticket.id,
        subject: ticket.subject,
        status: ticket.status,
        description: ticket.comments[0]?.body ?? "",
        isNew: false,
        tags: ticket.tags,
        via: { channel: ticket.channel },
        requester,
        conversation: conversationOf(ticket),
        createdAt: ticket.created_at,
        updatedAt: ticket.updated_at,
      },
    };
  }

  #append(text) {
    this.#draft.text += (this.#draft.text && !this.#draft.text.endsWith("\n") ? "\n\n" : "") + text;
    this.#showDraft();
    part("editor").scrollIntoView({ block: "nearest" });
    part("composer").classList.remove("filled");
    requestAnimationFrame(() => part("composer").classList.add("filled"));
  }

  #tag(change) {
    this.#ticket = { ...this.#ticket, tags: change(this.#ticket.tags) };
    this.#paintTicket(false);
  }

  // ------------------------------------------------------------ light, dark, messages
  #followScheme() {
    const button = part("scheme");
    const show = () => {
      button.textContent = scheme() === "dark" ? "Light" : "Dark";
      button.setAttribute("aria-pressed", String(scheme() === "dark"));
    };
    document.documentElement.dataset.scheme =
      remembered("scheme") ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
    show();
    button.addEventListener("click", () => {
      document.documentElement.dataset.scheme = scheme() === "dark" ? "light" : "dark";
      remember("scheme", scheme());
      show();
      this.#host.emit("colorScheme.changed", scheme());
    });
  }

  #toast(message, kind = "notice") {
    const toast = build("p", { class: kind }, message);
    part("toasts").append(toast);
    setTimeout(() => toast.remove(), TOAST_MS);
  }
}

const scheme = () => document.documentElement.dataset.scheme;
const capitalised = (text) => text.charAt(0).toUpperCase() + text.slice(1);
const spelled = (code) => code.replace(/_/g, " ");

function conversationOf(ticket) {
  return ticket.comments
    .filter((comment) => comment.public)
    .map((comment) => ({
      author: { ...comment.author },
      channel: { name: ticket.channel },
      message: { content: comment.body, contentType: "text/plain" },
      timestamp: comment.created_at,
    }));
}

/** Html down to text, parsed in a document that runs nothing and loads nothing. */
function plainText(content, isHtml) {
  if (!isHtml) return content;
  const inert = new DOMParser().parseFromString(content.replace(/<br\s*\/?>/gi, "\n").replace(/<\/p>/gi, "\n\n"), "text/html");
  return inert.body.textContent ?? "";
}

function asHtml(text) {
  const holder = document.createElement("p");
  holder.textContent = text;
  return holder.innerHTML.replace(/\n/g, "<br>");
}

function every(pauseMs, what) {
  setInterval(() => {
    if (!document.hidden) void Promise.resolve(what()).catch(() => undefined);
  }, pauseMs);
}

function remembered(name) {
  try {
    return localStorage.getItem(`desk.${name}`);
  } catch {
    return null;
  }
}

function remember(name, value) {
  try {
    localStorage.setItem(`desk.${name}`, value);
  } catch {
    // a browser that keeps nothing
  }
}

new Desk().start().catch((problem) => {
  part("empty").textContent = `The sandbox does not answer: ${problem.message}`;
});
