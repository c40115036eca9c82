import { reserveTurns } from '../store/pace-row.ts';
import type { Table } from '../store/table.ts';

/** Requests a second that the provider allows at one endpoint, by default (goals, finding 1). */
const providerLimit = 25;
/** The share that renewals may use: people who wait for an answer need the rest. */
const renewalShare = 0.8;

/** Charges a second of one account that renewals may make. */
export const chargesPerSecond = providerLimit * renewalShare;

/** Waits for turns at accounts of the provider. `now` is the wall clock in milliseconds, `wait` waits so many of them. */
export interface Pace {
  readonly perSecond: number;
  readonly now: () => number;
  readonly wait: (milliseconds: number) => Promise<void>;
}

/**
 * Reserves a turn for each of a batch of requests, by the account that each goes to (undefined = none is made). Answers
 * what waits for the turn of the request at a position.
 */
export async function turnsFor(
  table: Table,
  accounts: readonly (string | undefined)[],
  { perSecond, now, wait }: Pace,
): Promise<(position: number) => Promise<void>> {
  const byAccount = Map.groupBy(accounts.keys(), (position) => accounts[position]);
  const waits = new Map<number, number>();
  await Promise.all(
    [...byAccount].map(async ([account, positions]) => {
      if (account === undefined) return;
      const first = await reserveTurns(table, account, positions.length, perSecond, now);
      for (const [turn, position] of positions.entries()) waits.set(position, first + (turn * 1000) / perSecond);
    }),
  );
  const start = now();
  return (position) => wait((waits.get(position) ?? 0) - (now() - start));
}
