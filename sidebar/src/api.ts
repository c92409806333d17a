/** The only module that talks to our service: same origin, bearer token, time limit, problem details. */

import type { CaseAnswer, ClassOfBucket, ClassPick, HandoffAnswer } from "./case";

const TIME_LIMIT_MS = 15_000;

/** What to do about it: sign in again, try again, or read what the service says. */
export type ProblemKind = "session_over" | "unreachable" | "too_slow" | "refused" | "not_understood";

export class Problem extends Error {
  override name = "Problem";

  constructor(
    readonly kind: ProblemKind,
    /** The service's own sentence, where it gave one. */
    readonly sentence: string = "",
    readonly hint: string = "",
    readonly status: number = 0,
  ) {
    super(sentence || kind);
  }
}

export function sessionOfPage(): string | null {
  return document.querySelector<HTMLMetaElement>('meta[name="tillside-session"]')?.content || null;
}

export class CaseApi {
  constructor(
    private readonly session: string,
    private readonly limitMs: number = TIME_LIMIT_MS,
  ) {}

  readCase(ticketId: number, signal?: AbortSignal): Promise<CaseAnswer> {
    return this.ask("GET", `tickets/${ticketId}/case`, asCaseAnswer, { signal });
  }

  refresh(ticketId: number, signal?: AbortSignal): Promise<CaseAnswer> {
    return this.ask("POST", `tickets/${ticketId}/refresh`, asCaseAnswer, { signal });
  }

  pinCustomer(ticketId: number, customerId: string, signal?: AbortSignal): Promise<CaseAnswer> {
    return this.ask("PUT", `tickets/${ticketId}/customer`, asCaseAnswer, { signal, body: { customer_id: customerId } });
  }

  unpinCustomer(ticketId: number, signal?: AbortSignal): Promise<CaseAnswer> {
    return this.ask("DELETE", `tickets/${ticketId}/customer`, asCaseAnswer, { signal });
  }

  /** What a ticket may be called. */
  classes(): Promise<ClassOfBucket[]> {
    return this.ask("GET", "classes", asClasses, {});
  }

  nameClass(ticketId: number, pick: ClassPick, signal?: AbortSignal): Promise<CaseAnswer> {
    return this.ask("PUT", `tickets/${ticketId}/class`, asCaseAnswer, { signal, body: pick });
  }

  takeClassBack(ticketId: number, signal?: AbortSignal): Promise<CaseAnswer> {
    return this.ask("DELETE", `tickets/${ticketId}/class`, asCaseAnswer, { signal });
  }

  writeHandoff(ticketId: number): Promise<HandoffAnswer> {
    return this.ask("POST", `tickets/${ticketId}/handoff`, asHandoffAnswer, {});
  }

  private async ask<Answer>(
    method: string,
    path: string,
    understand: (json: unknown) => Answer | null,
    { signal, body }: { signal?: AbortSignal | undefined; body?: unknown },
  ): Promise<Answer> {
    const limit = AbortSignal.timeout(this.limitMs);
    const headers: Record<string, string> = { Accept: "application/json", Authorization: `Bearer ${this.session}` };
    if (body !== undefined) headers["Content-Type"] = "application/json";
    let response: Response;
    let json: unknown;
    try {
      response = await fetch(`/api/${path}`, {
        method,
        headers,
        body: body === undefined ? null : JSON.stringify(body),
        cache: "no-store",
        credentials: "omit",
        signal: signal ? AbortSignal.any([signal, limit]) : limit,
      });
      json = await response.json().catch((failure: unknown) => {
        if (limit.aborted || signal?.aborted) throw failure;
        return null;
      });
    } catch (failure) {
      if (signal?.aborted) throw failure;
      throw new Problem(limit.aborted ? "too_slow" : "unreachable");
    }
    if (!response.ok) throw problemOf(response.status, json);
    const answer = understand(json);
    if (answer === null) throw new Problem("not_understood", "", "", response.status);
    return answer;
  }
}

function problemOf(status: number, json: unknown): Problem {
  const said = (field: string): string => {
    const value = isRecord(json) ? json[field] : undefined;
    return typeof value === "string" ? value : "";
  };
  const kind = status === 401 ? "session_over" : status === 504 ? "too_slow" : "refused";
  return new Problem(kind, said("detail") || said("title"), said("hint"), status);
}

function asCaseAnswer(json: unknown): CaseAnswer | null {
  if (!isRecord(json)) return null;
  if (json["state"] === "reading") return { state: "reading" };
  const ready = json["state"] === "ready" && isRecord(json["case"]) && isRecord(json["case"]["verdict"]);
  return ready ? (json as unknown as CaseAnswer) : null;
}

function asHandoffAnswer(json: unknown): HandoffAnswer | null {
  return isRecord(json) && typeof json["written_at"] === "string" ? (json as unknown as HandoffAnswer) : null;
}

function asClasses(json: unknown): ClassOfBucket[] | null {
  return isRecord(json) && Array.isArray(json["classes"]) ? (json["classes"] as ClassOfBucket[]) : null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
