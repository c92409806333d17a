import { Desk, ZendeskRefused, ZendeskSilent } from "../../sidebar/src/zendesk";

/** Answers like Zendesk: known paths, what `set` keeps, and which actions were invoked. */
class PretendZendesk {
  invoked: [string, unknown][] = [];
  refusing = new Set<string>();
  keepsCommentType = true;

  constructor(public paths: Record<string, unknown>) {}

  async get(asked: string[]): Promise<unknown> {
    const known = asked.filter((path) => path in this.paths);
    const errors = Object.fromEntries(asked.filter((path) => !(path in this.paths)).map((path) => [path, { message: "No such Api" }]));
    return { errors, ...Object.fromEntries(known.map((path) => [path, this.paths[path]])) };
  }

  async set(path: string, value: unknown): Promise<unknown> {
    if (this.keepsCommentType) this.paths[path] = value;
    return { errors: {}, [path]: value };
  }

  async invoke(action: string, ...args: unknown[]): Promise<unknown> {
    if (this.refusing.has(action)) return { errors: { [action]: { message: "No such Api" } } };
    this.invoked.push([action, args[0]]);
    return { errors: {}, [action]: [null] };
  }

  on(): void {}
  off(): void {}
}

function zendesk(paths: Record<string, unknown>): { pretend: PretendZendesk; desk: Desk } {
  const pretend = new PretendZendesk({
    "comment.type": "publicReply",
    "comment.text": "",
    "comment.useRichText": true,
    "ticket.via.channel": "email",
    ...paths,
  });
  return { pretend, desk: new Desk(pretend, 50) };
}

describe("an internal text", () => {
  it("is refused when the editor stays a public reply, whatever `set` answered", async () => {
    const { pretend, desk } = zendesk({ "comment.type": "publicReply" });
    pretend.keepsCommentType = false;
    expect(await desk.insertInternalNote("CUSTOMER cus_1")).toBe("wrong_editor");
    expect(pretend.invoked).toEqual([]);
  });

  it("is refused when the editor does not say what it is", async () => {
    const { pretend, desk } = zendesk({});
    delete pretend.paths["comment.type"];
    pretend.keepsCommentType = false;
    expect(await desk.insertInternalNote("CUSTOMER cus_1")).toBe("wrong_editor");
    expect(pretend.invoked).toEqual([]);
  });

  it("goes in once the editor says it is an internal note", async () => {
    const { pretend, desk } = zendesk({ "comment.type": "publicReply" });
    expect(await desk.insertInternalNote("CUSTOMER cus_1")).toBe("inserted");
    expect(pretend.paths["comment.type"]).toBe("internalNote");
  });
});

describe("a reply", () => {
  it("turns an internal note into a public reply first, and is refused when that does not hold", async () => {
    const switched = zendesk({ "comment.type": "internalNote" });
    expect(await switched.desk.insertReply("Hi")).toBe("inserted");
    expect(switched.pretend.paths["comment.type"]).toBe("publicReply");

    const stuck = zendesk({ "comment.type": "internalNote" });
    stuck.pretend.keepsCommentType = false;
    expect(await stuck.desk.insertReply("Hi")).toBe("wrong_editor");
    expect(stuck.pretend.invoked).toEqual([]);
  });

  it("is escaped for the rich editor and keeps its lines", async () => {
    const { pretend, desk } = zendesk({});
    await desk.insertReply('Hi <b>Maya</b> & "co",\n\nbye');
    expect(pretend.invoked).toEqual([
      ["ticket.comment.appendHtml", "Hi &lt;b&gt;Maya&lt;/b&gt; &amp; &quot;co&quot;,<br><br>bye"],
    ]);
  });

  it.each([
    [{ "comment.useRichText": false }],
    [{ "ticket.via.channel": "native_messaging" }],
    [{ "ticket.via.channel": "whatsapp", "comment.type": "whatsapp" }],
  ])("is plain text where the editor takes nothing else: %o", async (paths) => {
    const { pretend, desk } = zendesk(paths);
    await desk.insertReply("1 < 2\nbye");
    expect(pretend.invoked).toEqual([["ticket.comment.appendText", "1 < 2\nbye"]]);
  });

  it("loses the meaning of placeholders", async () => {
    const { pretend, desk } = zendesk({ "comment.useRichText": false });
    await desk.insertReply("{{ticket.requester.email}} {% if true %}");
    const [[, text]] = pretend.invoked as [[string, string]];
    expect(text).not.toMatch(/\{\{|\{%/);
  });

  it("is not inserted a second time", async () => {
    const { pretend, desk } = zendesk({ "comment.text": "<p>Hi Maya &amp; co,<br><br>bye</p>" });
    expect(await desk.insertReply("Hi Maya & co,\n\nbye")).toBe("already_there");
    expect(pretend.invoked).toEqual([]);
  });

  it("takes the other action when the first is unknown, but never after silence", async () => {
    const other = zendesk({});
    other.pretend.refusing.add("ticket.comment.appendHtml");
    expect(await other.desk.insertReply("Hi")).toBe("inserted");
    expect(other.pretend.invoked).toEqual([["ticket.editor.insert", "Hi"]]);

    const silent = zendesk({});
    const asked: string[] = [];
    silent.pretend.invoke = (action: string) => {
      asked.push(action);
      return new Promise(() => undefined);
    };
    await expect(silent.desk.insertReply("Hi")).rejects.toThrow(ZendeskSilent);
    expect(asked).toEqual(["ticket.comment.appendHtml"]);
  });
});

describe("a call that goes wrong", () => {
  it("is silence when nothing comes within the limit", async () => {
    const { pretend, desk } = zendesk({});
    pretend.get = () => new Promise(() => undefined);
    await expect(desk.opening()).rejects.toThrow(ZendeskSilent);
  });

  it("is silence when the framework resolves with its TimeoutError", async () => {
    const { pretend, desk } = zendesk({});
    pretend.get = async () => ({ name: "TimeoutError", message: 'Timeout when invoking "get"' });
    await expect(desk.opening()).rejects.toThrow(ZendeskSilent);
    pretend.invoke = async () => ({ name: "TimeoutError", message: 'Timeout when invoking "invoke"' });
    pretend.get = PretendZendesk.prototype.get;
    await expect(desk.insertReply("Hi")).rejects.toThrow(ZendeskSilent);
  });

  it("is refusal when the answer has no shape, or the framework rejects", async () => {
    const { pretend, desk } = zendesk({});
    pretend.get = async () => undefined;
    await expect(desk.opening()).rejects.toThrow(ZendeskRefused);
    pretend.get = async () => Promise.reject(new Error("no"));
    await expect(desk.opening()).rejects.toThrow(ZendeskRefused);
  });
});

describe("what is open", () => {
  it("is read in one call; a new ticket has no number", async () => {
    const { desk } = zendesk({ "ticket.id": 1003, currentUser: { locale: "de-AT" }, "ticket.requester.locale": "ar" });
    expect(await desk.opening()).toEqual({ ticketId: 1003, agentLocale: "de-AT", requesterLocale: "ar" });
    const unsaved = zendesk({ "ticket.id": undefined });
    expect(await unsaved.desk.opening()).toEqual({ ticketId: null, agentLocale: null, requesterLocale: null });
  });
});
