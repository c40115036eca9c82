import { chainFindings } from './chain-check.ts';
import { type CreditAccount, emptyAccount } from './credit-account.ts';
import { type CreditBook, type CreditInvariant, foundIn, statedBy, tallies, tallyOf } from './credit-book.ts';
import { apply, hashOf } from './credit-chain.ts';
import { flowsByPlace, placeOf } from './credit-roll-forward.ts';
import {
  grantedOnce,
  holdEndsOnce,
  notUsedOnHold,
  renewalIsPaid,
  transferHasTwoHalves,
  usedInTime,
} from './credit-use-invariants.ts';
import type { Finding, Invariant } from './ledger-finding.ts';

const neverBelowZero: CreditInvariant = (book) => {
  const found: Finding[] = [];
  for (const { entry, tally } of tallies(book.entries)) {
    if (tally.available < 0) found.push(foundIn('never_below_zero', book, entry, `leaves ${tally.available}`));
    if (tally.held < 0) found.push(foundIn('never_below_zero', book, entry, `leaves ${tally.held} kept`));
  }
  if (book.stored === undefined) return found;
  const sums = tallyOf(book.entries);
  const stored = new Map(book.stored.buckets.map((bucket) => [bucket.bucketId, statedBy(bucket)]));
  for (const bucketId of new Set([...sums.keys(), ...stored.keys()])) {
    const { available = 0, held = 0 } = sums.get(bucketId) ?? {};
    const states = stored.get(bucketId) ?? { available: 0, held: 0 };
    if (states.available !== available || states.held !== held) {
      const detail = `holds ${states.available} and ${states.held} kept; its entries give ${available} and ${held}`;
      found.push(foundIn('never_below_zero', book, { bucketId }, detail));
    }
  }
  return found;
};

const bucketsAddUp: CreditInvariant = (book) => {
  if (book.stored === undefined) return [];
  const sum = (values: readonly { readonly available: number }[]) =>
    values.reduce((total, { available }) => total + available, 0);
  const shown = sum(book.stored.buckets);
  const entered = sum([...tallyOf(book.entries).values()]);
  return shown === entered
    ? []
    : [foundIn('buckets_add_up', book, {}, `the buckets hold ${shown} together, the entries give ${entered}`)];
};

const placesAddUp: CreditInvariant = (book) => {
  if (book.stored === undefined) return [];
  const owed = new Map<string, number>();
  for (const bucket of book.stored.buckets) {
    const { available, held } = statedBy(bucket);
    owed.set(placeOf(bucket), (owed.get(placeOf(bucket)) ?? 0) + available + held);
  }
  const flows = flowsByPlace(book.entries);
  return [...new Set([...owed.keys(), ...flows.keys()])].flatMap((place) => {
    const { granted = 0, used = 0, expired = 0, passedOn = 0, adjusted = 0 } = flows.get(place) ?? {};
    const closing = granted - used - expired - passedOn + adjusted;
    const stored = owed.get(place) ?? 0;
    if (stored === closing) return [];
    return [
      foundIn('places_add_up', book, {}, `${place}: ${stored} are left, ${closing} by what was granted and used`),
    ];
  });
};

const replayMatches: CreditInvariant = (book) => {
  let account = emptyAccount(book.memberId);
  for (const entry of book.entries) {
    // A changed entry is the chain’s finding; here it counts as it stands.
    const { hash: _, ...unsealed } = { ...entry, sequence: account.head.sequence + 1, previousHash: account.head.hash };
    try {
      account = apply(account, { ...unsealed, hash: hashOf(unsealed) });
    } catch (error) {
      return [foundIn('replay_matches', book, entry, error instanceof Error ? error.message : 'cannot follow')];
    }
  }
  return book.stored === undefined ? [] : differencesOf(book, book.stored, account);
};

function differencesOf(book: CreditBook, stored: CreditAccount, replayed: CreditAccount): Finding[] {
  const found: Finding[] = [];
  const last = book.entries.at(-1);
  if (stored.head.sequence !== (last?.sequence ?? 0) || (last && stored.head.hash !== last.hash)) {
    found.push(
      foundIn(
        'replay_matches',
        book,
        {},
        `the account ends with entry ${stored.head.sequence}, its entries with ${last?.sequence ?? 0}`,
      ),
    );
  }
  const ids = new Set([...stored.buckets, ...replayed.buckets].map(({ bucketId }) => bucketId));
  for (const bucketId of ids) {
    const [is, ought] = [stored, replayed].map(({ buckets }) => buckets.find((bucket) => bucket.bucketId === bucketId));
    if (is !== undefined && ought !== undefined && hashOf(is) === hashOf(ought)) continue;
    const what =
      is === undefined
        ? 'is missing'
        : ought === undefined
          ? 'is not in the entries'
          : 'says something else than its entries';
    found.push(foundIn('replay_matches', book, { bucketId }, what));
  }
  return found;
}

/** The invariants of credits as code, in the rule’s order (C2). */
export const creditInvariants = {
  never_below_zero: neverBelowZero,
  buckets_add_up: bucketsAddUp,
  hold_ends_once: holdEndsOnce,
  granted_once: grantedOnce,
  renewal_is_paid: renewalIsPaid,
  transfer_has_two_halves: transferHasTwoHalves,
  used_in_time: usedInTime,
  not_used_on_hold: notUsedOnHold,
  places_add_up: placesAddUp,
  replay_matches: replayMatches,
  chain_unbroken: ({ memberId, entries }) => chainFindings('credits', memberId, entries),
} as const satisfies Partial<Record<Invariant, CreditInvariant>>;

/** Everything that is wrong with a member’s credits; empty when all invariants hold. */
export const creditFindings = (book: CreditBook): Finding[] =>
  Object.values(creditInvariants).flatMap((look) => look(book));
