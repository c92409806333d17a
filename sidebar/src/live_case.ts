/** The case of one ticket as it is shown: asks the service, waits while it reads, keeps the last good picture. */

import { Problem, type CaseApi } from "./api";
import type { CaseAnswer, ClassOfBucket, ClassPick, HandoffAnswer, ReadyAnswer } from "./case";

export type Shown =
  | { phase: "opening" }
  | { phase: "reading"; slow: boolean }
  | { phase: "ready"; answer: ReadyAnswer; busy: boolean; problem: Problem | null }
  | { phase: "failed"; problem: Problem }
  | { phase: "session_over" };

const FIRST_WAIT_MS = 1000;
const LONGEST_WAIT_MS = 8000;
const SLOW_AFTER_MS = 30_000;
/** How long a picture is left alone when the agent comes back to the ticket. */
const STALE_AFTER_MS = 5 * 60_000;

export class LiveCase {
  private shown: Shown = { phase: "opening" };
  private readonly listeners = new Set<() => void>();
  private asking: AbortController | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private waitMs = FIRST_WAIT_MS;
  private waitingSince = 0;
  private knownClasses: Promise<ClassOfBucket[]> | null = null;

  constructor(
    private readonly api: CaseApi,
    private readonly ticketId: number,
  ) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly current = (): Shown => this.shown;

  /** The agent looks at the ticket: ask, unless what is shown is young. */
  activated(): void {
    if (this.shown.phase === "ready") {
      if (Date.now() - Date.parse(this.shown.answer.read_at ?? "") > STALE_AFTER_MS) this.read();
    } else if (this.asking === null && this.timer === undefined) {
      this.read();
    }
  }

  read(): void {
    void this.ask((signal) => this.api.readCase(this.ticketId, signal));
  }

  refresh(): void {
    void this.ask((signal) => this.api.refresh(this.ticketId, signal));
  }

  pin(customerId: string): void {
    void this.ask((signal) => this.api.pinCustomer(this.ticketId, customerId, signal));
  }

  unpin(): void {
    void this.ask((signal) => this.api.unpinCustomer(this.ticketId, signal));
  }

  /** Whether the service took it; what went wrong is shown like any other problem. */
  nameClass(pick: ClassPick): Promise<boolean> {
    return this.ask((signal) => this.api.nameClass(this.ticketId, pick, signal));
  }

  takeClassBack(): Promise<boolean> {
    return this.ask((signal) => this.api.takeClassBack(this.ticketId, signal));
  }

  /** Asked once: the list changes with the service, not with the ticket. */
  classes(): Promise<ClassOfBucket[]> {
    this.knownClasses ??= this.api.classes().catch((problem: unknown) => {
      this.knownClasses = null;
      throw problem;
    });
    return this.knownClasses;
  }

  async writeHandoff(): Promise<HandoffAnswer> {
    try {
      const note = await this.api.writeHandoff(this.ticketId);
      if (this.shown.phase === "ready") this.show({ ...this.shown, answer: { ...this.shown.answer, note } });
      return note;
    } catch (problem) {
      if (problem instanceof Problem && problem.kind === "session_over") this.show({ phase: "session_over" });
      throw problem;
    }
  }

  stop(): void {
    this.asking?.abort();
    this.asking = null;
    clearTimeout(this.timer);
    this.timer = undefined;
  }

  private ask(call: (signal: AbortSignal) => Promise<CaseAnswer>): Promise<boolean> {
    this.stop();
    this.waitMs = FIRST_WAIT_MS;
    this.waitingSince = Date.now();
    if (this.shown.phase === "ready") this.show({ ...this.shown, busy: true, problem: null });
    else if (this.shown.phase !== "reading") this.show({ phase: "opening" });
    return this.attempt(call);
  }

  private async attempt(call: (signal: AbortSignal) => Promise<CaseAnswer>): Promise<boolean> {
    const asking = new AbortController();
    this.asking = asking;
    try {
      const answer = await call(asking.signal);
      if (!asking.signal.aborted) this.adopt(answer);
      return true;
    } catch (problem) {
      if (asking.signal.aborted) return false;
      this.fail(problem instanceof Problem ? problem : new Problem("not_understood"));
      return false;
    } finally {
      if (this.asking === asking) this.asking = null;
    }
  }

  private adopt(answer: CaseAnswer): void {
    if (answer.state === "ready") {
      this.show({ phase: "ready", answer, busy: answer.refreshing, problem: null });
      if (answer.refreshing) this.askAgainLater();
      return;
    }
    if (this.shown.phase !== "ready") {
      this.show({ phase: "reading", slow: Date.now() - this.waitingSince > SLOW_AFTER_MS });
    }
    this.askAgainLater();
  }

  private askAgainLater(): void {
    this.timer = setTimeout(() => {
      this.timer = undefined;
      void this.attempt((signal) => this.api.readCase(this.ticketId, signal));
    }, this.waitMs);
    this.waitMs = Math.min(LONGEST_WAIT_MS, this.waitMs * 1.5);
  }

  private fail(problem: Problem): void {
    if (problem.kind === "session_over") this.show({ phase: "session_over" });
    else if (this.shown.phase === "ready") this.show({ ...this.shown, busy: false, problem });
    else this.show({ phase: "failed", problem });
  }

  private show(shown: Shown): void {
    this.shown = shown;
    for (const listener of this.listeners) listener();
  }
}
