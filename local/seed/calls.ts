import { createHash } from 'node:crypto';
import { ProblemError } from '../../shared/contract/client.ts';
import type { Problem } from '../../shared/contract/problem.ts';

/** An idempotency key from the names of an effect: the same effect has the same key in every run. */
export const keyFor = (...names: readonly string[]): string =>
  createHash('sha256').update(JSON.stringify(names)).digest('base64url');

/** Answers of a run that was interrupted and is repeated, perhaps on another day: the effect is there already. */
const doneBefore: readonly Problem['code'][] = [
  'already_enrolled',
  'already_paused',
  'already_undone',
  'idempotency_key_reused',
  'link_used',
  'staff_already_invited',
];

/** The reply, or undefined when an earlier run has done it already. */
export async function once<Reply>(call: Promise<Reply>): Promise<Reply | undefined> {
  return call.catch((error: unknown) => {
    if (error instanceof ProblemError && doneBefore.includes(error.problem.code)) return undefined;
    throw error;
  });
}

/** The reply, or undefined when it is refused with the code. */
export async function unless<Reply>(code: Problem['code'], call: Promise<Reply>): Promise<Reply | undefined> {
  return call.catch((error: unknown) => {
    if (error instanceof ProblemError && error.problem.code === code) return undefined;
    throw error;
  });
}

/** Works through the items, a few at a time. */
export async function aFewAtATime<Item>(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> {
  const line = items.values();
  const worker = async () => {
    for (const item of line) await work(item);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}

/** For each salon. The laptop starts a thread for every call at once, and each thread takes a while to warm up. */
const atOnce = 2;
