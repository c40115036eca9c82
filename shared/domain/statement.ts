import type { Bucket, CreditAccount, CreditKind, Entry } from './credit-account.ts';
import { byUse } from './credit-use.ts';
import { groupKeyOf, type Move, movesOf, usableOf } from './statement-moves.ts';
import type { LocalDate } from './time.ts';

/** Why a number is what it is: what it was before the first day that is told, and every plus and minus since. */
export interface Statement {
  readonly kind: CreditKind;
  readonly serviceIds: readonly string[];
  /** What can be used today: exactly `opening.units` and the moves together (000-012). */
  readonly balance: number;
  /** `before` is the first day that is told; absent when everything is told, and the opening then nothing. */
  readonly opening: { readonly units: number; readonly before?: LocalDate };
  readonly moves: readonly Move[];
}

/**
 * Explains every number of an account on a day. `entries` are the newest of its chain in order, up to its head; what is
 * before them is each statement's opening. A move is the difference that an entry, or the passing of a day, made to the
 * number that could be used: so they add up to it by construction, whatever the entries are. A credit past its last day
 * is a minus on the day after, also while nobody has written that down (rule T7).
 */
export function statementsOf(account: CreditAccount, entries: readonly Entry[], today: LocalDate): Statement[] {
  const { buckets, moves } = movesOf(account, entries, today);
  const isWhole = entries.length === account.head.sequence;
  const before = isWhole ? undefined : entries[0]?.on;
  const groups = new Map<string, Bucket>();
  for (const bucket of [...[...account.buckets].sort(byUse), ...buckets]) {
    if (!groups.has(groupKeyOf(bucket))) groups.set(groupKeyOf(bucket), bucket);
  }
  return [...groups].flatMap(([key, { kind, serviceIds }]): Statement[] => {
    const own = moves.flatMap(({ group, causeId: _, hold: __, ...move }) => (group === key ? [move] : []));
    const balance = sumOf(
      account.buckets.filter((bucket) => groupKeyOf(bucket) === key).map((bucket) => usableOf(bucket, today)),
    );
    if (own.length === 0 && balance === 0) return [];
    const units = balance - sumOf(own.map((move) => move.units));
    return [{ kind, serviceIds, balance, opening: { units, ...(before === undefined ? {} : { before }) }, moves: own }];
  });
}

const sumOf = (units: readonly number[]): number => units.reduce((sum, one) => sum + one, 0);
