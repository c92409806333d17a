import { type CaseApi, Problem } from "../../sidebar/src/api";
import type { CaseAnswer, ReadyAnswer } from "../../sidebar/src/case";
import { LiveCase, type Shown } from "../../sidebar/src/live_case";

const ready = (over: Partial<ReadyAnswer> = {}): ReadyAnswer => ({
  state: "ready",
  case: { verdict: { sentence: "x" } } as ReadyAnswer["case"],
  read_at: new Date().toISOString(),
  refreshing: false,
  note: null,
  ...over,
});

type Answer = CaseAnswer | Problem;

/** A service that gives the answers in turn, the last one for ever. */
function live(...answers: Answer[]): { live: LiveCase; asked: () => number } {
  let asked = 0;
  const next = async (): Promise<CaseAnswer> => {
    const answer = answers[Math.min(asked, answers.length - 1)]!;
    asked += 1;
    if (answer instanceof Problem) throw answer;
    return answer;
  };
  const api = { readCase: next, refresh: next, pinCustomer: next, unpinCustomer: next } as unknown as CaseApi;
  return { live: new LiveCase(api, 7), asked: () => asked };
}

const phase = (shown: Shown): string => shown.phase;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it("asks again, ever more slowly, until the case is there", async () => {
  const { live: found, asked } = live({ state: "reading" }, { state: "reading" }, ready());
  found.activated();
  await vi.advanceTimersByTimeAsync(0);
  expect(phase(found.current())).toBe("reading");
  await vi.advanceTimersByTimeAsync(1000);
  expect(asked()).toBe(2);
  await vi.advanceTimersByTimeAsync(1400);
  expect(asked()).toBe(2);
  await vi.advanceTimersByTimeAsync(200);
  expect(phase(found.current())).toBe("ready");
  await vi.advanceTimersByTimeAsync(60_000);
  expect(asked()).toBe(3);
});

it("keeps the last good picture when a refresh fails, and says so", async () => {
  const { live: found } = live(ready(), new Problem("unreachable"));
  found.activated();
  await vi.advanceTimersByTimeAsync(0);
  found.refresh();
  await vi.advanceTimersByTimeAsync(0);
  expect(found.current()).toMatchObject({ phase: "ready", busy: false, problem: { kind: "unreachable" } });
});

it("keeps showing a picture that is being renewed, until the new one comes", async () => {
  const { live: found } = live(ready({ refreshing: true }), { state: "reading" }, ready());
  found.activated();
  await vi.advanceTimersByTimeAsync(0);
  expect(found.current()).toMatchObject({ phase: "ready", busy: true });
  await vi.advanceTimersByTimeAsync(1000);
  expect(found.current()).toMatchObject({ phase: "ready", busy: true });
  await vi.advanceTimersByTimeAsync(1500);
  expect(found.current()).toMatchObject({ phase: "ready", busy: false });
});

it("says when the session is over, even over a picture", async () => {
  const { live: found } = live(ready(), new Problem("session_over"));
  found.activated();
  await vi.advanceTimersByTimeAsync(0);
  found.refresh();
  await vi.advanceTimersByTimeAsync(0);
  expect(phase(found.current())).toBe("session_over");
});

it("stops asking when the sidebar is taken away", async () => {
  const { live: found, asked } = live({ state: "reading" });
  found.activated();
  await vi.advanceTimersByTimeAsync(0);
  found.stop();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(asked()).toBe(1);
});
