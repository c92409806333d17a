/**
 * The shape of a case (docs/case.md). The types come from the service's own OpenAPI document (`npm run types`);
 * here they only get the names the views use.
 */

import type { components } from "./api.generated";

type Schemas = components["schemas"];

/** `text` is "19.00 USD", `amount` is in minor units. */
export type Money = Schemas["Amount"];
export type Case = Schemas["CaseOut"];
export type Candidate = Schemas["CandidateOut"];
export type MatchConfidence = Schemas["IdentityOut"]["confidence"];
export type VerdictConfidence = Schemas["VerdictOut"]["confidence"];
export type Subscription = Schemas["SubscriptionOut"];
export type Payment = Schemas["PaymentOut"];
export type Correction = NonNullable<Schemas["VerdictOut"]["correction"]>;
export type ClassOfBucket = Schemas["BucketOut"];
export type CorrectionReason = Correction["reason"];
/** A situation, or a bucket alone. */
export type ClassPick = { reason: CorrectionReason; text?: string } & ({ situation: string } | { bucket: string });
export type Step = Schemas["StepOut"];
export type RevenueImpact = Schemas["ImpactOut"];
export type Note = Schemas["NoteOut"];
export type HandoffAnswer = Schemas["HandoffOut"];

type Envelope = Schemas["CaseEnvelope"];

/** What the service answers about a ticket: a picture, or that it is being made. */
export type CaseAnswer = ReadyAnswer | { state: "reading" };

export type ReadyAnswer = Omit<Envelope, "state" | "case"> & { state: "ready"; case: Case };
