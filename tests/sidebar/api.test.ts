import { CaseApi, Problem, type ProblemKind } from "../../sidebar/src/api";

type Reply = (url: string, request: RequestInit) => Promise<Response>;

function serviceAnswers(reply: Reply): [string, RequestInit][] {
  const asked: [string, RequestInit][] = [];
  vi.stubGlobal("fetch", (url: string, request: RequestInit) => {
    asked.push([url, request]);
    return reply(url, request);
  });
  return asked;
}

const json = (status: number, body: unknown): Response => new Response(JSON.stringify(body), { status });

async function problemOf(call: Promise<unknown>): Promise<Problem> {
  const failure = await call.then(
    () => null,
    (problem: unknown) => problem,
  );
  expect(failure).toBeInstanceOf(Problem);
  return failure as Problem;
}

afterEach(() => vi.unstubAllGlobals());

const READY = { state: "ready", case: { verdict: {} }, read_at: null, refreshing: false, note: null };

it("asks with the bearer of the page and without cookies", async () => {
  const asked = serviceAnswers(async () => json(200, READY));
  await new CaseApi("secret").pinCustomer(7, "cus_1");
  const [url, request] = asked[0]!;
  expect(url).toBe("/api/tickets/7/customer");
  expect(request).toMatchObject({ method: "PUT", credentials: "omit", body: '{"customer_id":"cus_1"}' });
  expect(request.headers).toMatchObject({ Authorization: "Bearer secret" });
});

it("tells a case that is being read from a ready one", async () => {
  serviceAnswers(async () => json(202, { state: "reading", case: null }));
  expect(await new CaseApi("s").readCase(1)).toEqual({ state: "reading" });
});

it.each<[number, unknown, ProblemKind, string, string]>([
  [401, { title: "Unauthorized", detail: "The session is over." }, "session_over", "The session is over.", ""],
  [503, { title: "Not available", detail: "Stripe does not answer.", hint: "Wait." }, "refused", "Stripe does not answer.", "Wait."],
  [500, "<html>", "refused", "", ""],
  [200, { state: "ready" }, "not_understood", "", ""],
  [200, [], "not_understood", "", ""],
])("turns %i into what to do and a sentence", async (status, body, kind, sentence, hint) => {
  serviceAnswers(async () => json(status, body));
  expect(await problemOf(new CaseApi("s").readCase(1))).toMatchObject({ kind, sentence, hint });
});

it("says that the service cannot be reached", async () => {
  serviceAnswers(() => Promise.reject(new TypeError("Failed to fetch")));
  expect((await problemOf(new CaseApi("s").readCase(1))).kind).toBe("unreachable");
});

it("gives up after its time limit, but an abort of ours is no problem to show", async () => {
  const untilAborted: Reply = (_, request) =>
    new Promise((_resolve, reject) => {
      request.signal?.addEventListener("abort", () => reject(request.signal?.reason));
    });
  serviceAnswers(untilAborted);
  expect((await problemOf(new CaseApi("s", 20).readCase(1))).kind).toBe("too_slow");

  const leaving = new AbortController();
  const asking = new CaseApi("s").readCase(1, leaving.signal);
  leaving.abort();
  await expect(asking).rejects.not.toBeInstanceOf(Problem);
});
