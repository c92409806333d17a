/**
 * The only module that talks to Zendesk. Every call has a time limit and its answer is checked: the framework
 * may stay silent, reject, or resolve with an error object. Text goes into the editor as a draft, never out.
 */

const TIME_LIMIT_MS = 6000;

/** Channels whose editor takes plain text only. */
const PLAIN_TEXT_CHANNELS = new Set([
  "any_channel",
  "apple",
  "chat",
  "facebook",
  "google_business_messages",
  "instagram_dm",
  "kakaotalk",
  "line",
  "messagebird_sms",
  "native_messaging",
  "sms",
  "sunshine_conversations_api",
  "telegram",
  "twilio_sms",
  "twitter",
  "twitter_dm",
  "viber",
  "wechat",
  "whatsapp",
]);

export type ColorScheme = "light" | "dark";

/** What became of a text that was to go into the editor. `wrong_editor`: it is open for the other audience. */
export type Insertion = "inserted" | "already_there" | "wrong_editor";

export interface Opening {
  ticketId: number | null;
  agentLocale: string | null;
  requesterLocale: string | null;
}

export interface DeskEvents {
  /** The agent looks at the ticket of this sidebar. */
  activated: () => void;
  /** The sidebar is about to be taken away. */
  leaving: () => void;
  requesterChanged: () => void;
  conversationChanged: () => void;
  schemeChanged: (scheme: ColorScheme) => void;
}

interface FrameworkClient {
  get(paths: string[]): Promise<unknown>;
  set(path: string, value: unknown): Promise<unknown>;
  invoke(action: string, ...args: unknown[]): Promise<unknown>;
  on(event: string, handler: (data: unknown) => void): void;
  off(event: string, handler: (data: unknown) => void): void;
}

declare global {
  interface Window {
    ZAFClient?: { init(): FrameworkClient | false };
  }
}

export class ZendeskSilent extends Error {
  override name = "ZendeskSilent";
}

export class ZendeskRefused extends Error {
  override name = "ZendeskRefused";
}

/** Null where the page is not framed by Zendesk. */
export function openDesk(): Desk | null {
  const client = window.ZAFClient?.init();
  return client ? new Desk(client) : null;
}

export function schemeOfAddress(search: string): ColorScheme | null {
  return asScheme(new URLSearchParams(search).get("colorScheme"));
}

interface Editor {
  type: string | null;
  text: string;
  rich: boolean;
}

export class Desk {
  constructor(
    private readonly client: FrameworkClient,
    private readonly limitMs: number = TIME_LIMIT_MS,
  ) {}

  async opening(): Promise<Opening> {
    const found = await this.read("ticket.id", "currentUser", "ticket.requester.locale");
    const id = Number(found["ticket.id"]);
    const agent = found["currentUser"];
    return {
      ticketId: Number.isInteger(id) && id > 0 ? id : null,
      agentLocale: isRecord(agent) ? asText(agent["locale"]) : null,
      requesterLocale: asText(found["ticket.requester.locale"]),
    };
  }

  async colorScheme(): Promise<ColorScheme | null> {
    return asScheme((await this.read("colorScheme"))["colorScheme"]);
  }

  /** Puts a draft for the customer into the editor, after turning it to "public reply" where it is a note. */
  async insertReply(draft: string): Promise<Insertion> {
    const editor = await this.editorFor("publicReply");
    if (editor.type === "internalNote") return "wrong_editor";
    return this.insert(draft, editor);
  }

  /** Puts text for colleagues into the editor; only if the editor itself says that it is an internal note. */
  async insertInternalNote(text: string): Promise<Insertion> {
    const editor = await this.editorFor("internalNote");
    if (editor.type !== "internalNote") return "wrong_editor";
    return this.insert(text, editor);
  }

  /** Shows a message of Zendesk's own kind. Losing it is no reason to fail. */
  async notify(message: string, kind: "notice" | "alert" | "error" = "notice"): Promise<void> {
    await this.act("notify", message, kind).catch(() => undefined);
  }

  /** Keeps the frame as high as the content, up to `cap` pixels; above, the page scrolls. Returns how to stop. */
  followHeight(content: HTMLElement, cap: number): () => void {
    let last = 0;
    const observer = new ResizeObserver(() => {
      const height = Math.min(cap, Math.max(80, Math.ceil(content.getBoundingClientRect().height)));
      if (height === last) return;
      last = height;
      void this.act("resize", { width: "100%", height: `${height}px` }).catch(() => undefined);
    });
    observer.observe(content);
    return () => observer.disconnect();
  }

  watch(events: DeskEvents): () => void {
    const handlers: [string, (data: unknown) => void][] = [
      ["app.activated", () => events.activated()],
      ["app.willDestroy", () => events.leaving()],
      ["ticket.requester.email.changed", () => events.requesterChanged()],
      ["ticket.conversation.changed", () => events.conversationChanged()],
      [
        "colorScheme.changed",
        (data) => {
          const scheme = asScheme(data);
          if (scheme) events.schemeChanged(scheme);
        },
      ],
    ];
    for (const [event, handler] of handlers) this.client.on(event, handler);
    return () => {
      for (const [event, handler] of handlers) this.client.off(event, handler);
    };
  }

  // ------------------------------------------------------------------ the editor
  /** Zendesk may ignore that `comment.type` is set, so what counts is what it says afterwards. */
  private async editorFor(wanted: "publicReply" | "internalNote"): Promise<Editor> {
    const editor = await this.editor();
    const mustSwitch = wanted === "internalNote" ? editor.type !== wanted : editor.type === "internalNote";
    if (!mustSwitch) return editor;
    await this.within(this.client.set("comment.type", wanted), "comment.type").catch(() => undefined);
    return this.editor();
  }

  private async editor(): Promise<Editor> {
    const found = await this.read("comment.type", "comment.text", "comment.useRichText", "ticket.via.channel");
    return {
      type: asText(found["comment.type"]),
      text: asText(found["comment.text"]) ?? "",
      rich: found["comment.useRichText"] === true && !PLAIN_TEXT_CHANNELS.has(asText(found["ticket.via.channel"]) ?? ""),
    };
  }

  private async insert(text: string, editor: Editor): Promise<Insertion> {
    const harmless = withoutPlaceholders(text);
    if (bareWords(editor.text).includes(bareWords(escapeHtml(harmless)))) return "already_there";
    const attempts: [string, string][] = editor.rich
      ? [
          ["ticket.comment.appendHtml", asHtml(harmless)],
          ["ticket.editor.insert", asHtml(harmless)],
        ]
      : [
          ["ticket.comment.appendText", harmless],
          ["comment.appendText", harmless],
        ];
    let refused: unknown;
    for (const [action, body] of attempts) {
      try {
        await this.act(action, body);
        return "inserted";
      } catch (problem) {
        if (!(problem instanceof ZendeskRefused)) throw problem; // after silence a second try might insert twice
        refused = problem;
      }
    }
    throw refused;
  }

  // ------------------------------------------------------------------ calls
  /** Paths that Zendesk does not know are absent from the result. */
  private async read(...paths: string[]): Promise<Record<string, unknown>> {
    return this.within(this.client.get(paths), paths.join(", "));
  }

  private async act(action: string, ...args: unknown[]): Promise<void> {
    const answer = await this.within(this.client.invoke(action, ...args), action);
    const errors = answer["errors"];
    if (isRecord(errors) && action in errors) throw new ZendeskRefused(action);
  }

  private async within(call: Promise<unknown>, what: string): Promise<Record<string, unknown>> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const silence = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new ZendeskSilent(what)), this.limitMs);
    });
    let answer: unknown;
    try {
      answer = await Promise.race([call, silence]);
    } catch (problem) {
      if (problem instanceof ZendeskSilent) throw problem;
      if (isRecord(problem) && problem["name"] === "TimeoutError") throw new ZendeskSilent(what);
      throw new ZendeskRefused(problem instanceof Error ? problem.message : what);
    } finally {
      clearTimeout(timer);
    }
    if (isRecord(answer) && answer["name"] === "TimeoutError") throw new ZendeskSilent(what);
    if (!isRecord(answer)) throw new ZendeskRefused(what);
    return answer;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

function asText(value: unknown): string | null {
  return typeof value === "string" && value !== "" ? value : null;
}

function asScheme(value: unknown): ColorScheme | null {
  return value === "light" || value === "dark" ? value : null;
}

/** Zendesk fills `{{…}}` and runs `{%…%}` in what an agent submits; a zero-width space takes their meaning away. */
function withoutPlaceholders(text: string): string {
  return text.replace(/\{(?=[{%])/g, "{\u200b");
}

function escapeHtml(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
}

function asHtml(text: string): string {
  return escapeHtml(text).replace(/\r?\n/g, "<br>");
}

/** Text or html down to its words, to compare what the editor holds with a draft. */
function bareWords(content: string): string {
  return content
    .replace(/<[^>]*>/g, " ")
    .replace(/&(amp|lt|gt|quot|nbsp|#39);|[<>&"']/g, " ")
    .replace(/\s+/g, " ")
    .trim();
}
