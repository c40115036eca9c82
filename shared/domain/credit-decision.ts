import type { Actor, Bucket, CreditAccount, Entry, EntryDraft, EntryReason } from './credit-account.ts';
import { Refusal } from './refusal.ts';
import type { LocalDate } from './time.ts';

/** Who decides when, and why: the same for every change of an account. */
export interface Occasion {
  readonly actor: Actor;
  readonly causeId: string;
  readonly today: LocalDate;
  /** Milliseconds since 1970. */
  readonly at: number;
}

export interface CreditDecision {
  readonly account: CreditAccount;
  readonly entries: readonly Entry[];
}

/** Refuses `not_found`. */
export function bucketOf(account: CreditAccount, bucketId: string): Bucket {
  const bucket = account.buckets.find((candidate) => candidate.bucketId === bucketId);
  if (!bucket) throw new Refusal('not_found');
  return bucket;
}

/** The draft of an entry of this occasion. `parameters` are what a sentence about it needs beside the code. */
export function drafted(
  kind: Entry['kind'],
  bucketId: string,
  units: number,
  code: string,
  occasion: Occasion,
  parameters?: EntryReason['parameters'],
): EntryDraft {
  return {
    kind,
    bucketId,
    units,
    reason: { code, ...(parameters === undefined ? {} : { parameters }) },
    actor: occasion.actor,
    causeId: occasion.causeId,
    on: occasion.today,
    at: occasion.at,
  };
}
