/**
 * The host's side of the protocol between Zendesk and a framed app (ZAF v2), as far as a ticket sidebar needs it.
 * The app posts JSON strings (replies to hooks come as objects); we post JSON strings back.
 */

const HOOK_LIMIT_MS = 3000;
/** What Zendesk lets a framed app do. */
const SANDBOX = "allow-forms allow-popups allow-popups-to-escape-sandbox allow-same-origin allow-scripts allow-downloads";

export class AppHost {
  /**
   * @param {object} workspace what the app may see and do:
   *   read(path) -> value or undefined; write(path, value) -> whether there is such a path;
   *   actions: {name: (...args) => void}; context() and metadata() for the handshake; token(url) -> signed token;
   *   onSilence(url): the app has not answered
   */
  constructor(workspace) {
    this.workspace = workspace;
    this.app = null;
    window.addEventListener("message", (event) => this.#receive(event));
  }

  /** Frames the app for the ticket now open: its address is asked for by a POST of the signed token. */
  async mount(place, address, colorScheme) {
    this.unmount();
    const guid = crypto.randomUUID();
    const url = new URL(address);
    url.searchParams.set("origin", location.origin);
    url.searchParams.set("app_guid", guid);
    url.searchParams.set("colorScheme", colorScheme);

    const frame = document.createElement("iframe");
    frame.name = `app-${guid}`;
    frame.title = "Tillside";
    frame.setAttribute("sandbox", SANDBOX);
    frame.allow = "clipboard-write";
    place.append(frame);
    const app = { guid, frame, origin: url.origin, subscribed: new Set(), hooks: new Map(), heard: false };
    this.app = app;

    const token = await this.workspace.token(url.href);
    if (this.app !== app) return;
    const form = document.createElement("form");
    Object.assign(form, { method: "POST", action: url.href, target: frame.name, hidden: true });
    const field = document.createElement("input");
    Object.assign(field, { type: "hidden", name: "token", value: token });
    form.append(field);
    document.body.append(form);
    form.submit();
    form.remove();
    frame.addEventListener("load", () => {
      setTimeout(() => this.app === app && !app.heard && this.workspace.onSilence(url.origin), 4000);
    });
  }

  unmount() {
    const app = this.app;
    if (!app) return;
    this.emit("app.willDestroy", {});
    this.app = null;
    app.frame.remove();
  }

  emit(event, message) {
    if (this.app?.subscribed.has(event)) this.#post(this.app, { key: `zaf.${event}`, message });
  }

  /** Asks the app whether the ticket may be saved; rejects with the app's message. An app that is silent does not block. */
  runHook(event) {
    const app = this.app;
    if (!app?.subscribed.has(event)) return Promise.resolve();
    return new Promise((resolve, reject) => {
      const timer = setTimeout(resolve, HOOK_LIMIT_MS);
      app.hooks.set(event, (reply) => {
        clearTimeout(timer);
        if (reply.error) reject(new Error(reply.error.msg || "The app does not allow this."));
        else resolve();
      });
      this.#post(app, { key: `zaf.${event}`, needsReply: true });
    });
  }

  #post(app, message) {
    app.frame.contentWindow?.postMessage(JSON.stringify(message), app.origin);
  }

  #receive(event) {
    const app = this.app;
    if (!app || event.source !== app.frame.contentWindow || event.origin !== app.origin) return;
    let said = event.data;
    if (typeof said === "string") {
      try {
        said = JSON.parse(said);
      } catch {
        return;
      }
    }
    if (!said || said.appGuid !== app.guid) return;
    if (said.request) this.#post(app, this.#answer(app, said));
    else this.#hear(app, String(said.key), said);
  }

  #hear(app, key, said) {
    const [, verb, event] = /^iframe\.(handshake|on|off|reply)(?::(.+))?$/.exec(key) ?? [];
    if (verb === "handshake") {
      app.heard = true;
      const { workspace } = this;
      const registered = { metadata: workspace.metadata(), context: { ...workspace.context(), instanceGuid: app.guid } };
      this.#post(app, { key: "zaf.app.registered", message: registered });
      setTimeout(() => this.app === app && this.emit("app.activated", { firstLoad: true }));
    } else if (verb === "on") {
      app.subscribed.add(event);
    } else if (verb === "off") {
      if (!said.message?.subscriberCount) app.subscribed.delete(event);
    } else if (verb === "reply") {
      app.hooks.get(event)?.(said);
      app.hooks.delete(event);
    } else if (/^request:\d+$/.test(key)) {
      const refusal = { status: 501, statusText: "error", responseText: "The sandbox does not proxy requests" };
      this.#post(app, { key: `zaf.${key}.fail`, message: { responseArgs: [refusal, "error", refusal.responseText] } });
    } // everything else (session.live, __track__, iframe.trigger) is for Zendesk's own bookkeeping
  }

  #answer(app, { id, request, params }) {
    const result = { errors: {} };
    const unknown = (path) => {
      result.errors[path] = { name: "Error", message: "No such Api", path, stack: "" };
    };
    if (request === "get") {
      for (const path of params) {
        const value = path === "instances" ? this.#instances(app) : this.workspace.read(path);
        if (value === undefined) unknown(path);
        else result[path] = value;
      }
    } else if (request === "set") {
      for (const [path, value] of Object.entries(params)) {
        if (this.workspace.write(path, value)) {
          result[path] = value;
          this.emit(`${path}.changed`, value);
        } else {
          unknown(path);
        }
      }
    } else if (request === "invoke") {
      for (const [path, args] of Object.entries(params)) {
        const action = path === "resize" ? (size) => this.#resize(app, size) : this.workspace.actions[path];
        if (action) result[path] = [action(...args) ?? null];
        else unknown(path);
      }
    } else {
      return { id, error: { name: "Error", message: `No such request: ${request}` } };
    }
    return { id, result };
  }

  #instances(app) {
    return { [app.guid]: { instanceGuid: app.guid, location: "ticket_sidebar", product: "support" } };
  }

  #resize(app, size) {
    const height = Number.parseInt(size?.height, 10);
    if (height > 0) app.frame.style.height = `${height}px`;
  }
}
