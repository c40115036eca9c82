import { Refusal } from '../../shared/domain/refusal.ts';
import { type Table, type Write, WriteConflict } from './table.ts';

/** What one try decided: what to write and what to answer. Nothing to write is fine. */
export interface Outcome<Reply> {
  readonly writes: readonly Write[];
  readonly reply: Reply;
}

export interface ChangeOptions<Reply> {
  /** Turns the reply into a record that makes a repeated call answer the same; inserted in the same transaction. */
  readonly remember?: (reply: Reply) => Write;
  /** Asked when that record was already there: answers the remembered reply, or refuses another use of the key. */
  readonly recall?: () => Promise<Reply | undefined>;
  /** Waits for a moment that grows with the try; random, so that rivals do not meet again. */
  readonly pause: (attempt: number) => Promise<void>;
}

/**
 * Enough for a contended credit account: each lost race means that somebody else won one, so callers of an account
 * with five credits lose at most five times before they are told that none is left.
 */
const mostTries = 8;

/**
 * Load, decide, commit, and again from the start when somebody else was faster: the one place where races are retried.
 * Refuses `try_again_later` when it keeps losing; nothing is half done then.
 */
export async function change<Reply>(
  table: Table,
  attempt: (tryNumber: number) => Promise<Outcome<Reply>>,
  options: ChangeOptions<Reply>,
): Promise<Reply> {
  for (let tryNumber = 1; tryNumber <= mostTries; tryNumber += 1) {
    const { writes, reply } = await attempt(tryNumber);
    const remembered = options.remember ? [options.remember(reply)] : [];
    if (writes.length === 0 && remembered.length === 0) return reply;
    try {
      await table.commit([...remembered, ...writes]);
      return reply;
    } catch (error) {
      if (!(error instanceof WriteConflict)) throw error;
      const before = remembered.length > 0 && error.lost.includes(0) ? await options.recall?.() : undefined;
      if (before !== undefined) return before;
      await options.pause(tryNumber);
    }
  }
  throw new Refusal('try_again_later');
}
