import { type Bucket, type BucketTerms, type Entry, type EntryKind, type Hold, heldIn } from './credit-account.ts';

/** What an entry does to the numbers of its bucket, in its units. */
export interface Effect {
  readonly available: number;
  /** What is kept for appointments. */
  readonly held: number;
}

/** How often an entry's units count for what is left and for what is kept. */
const effects: Readonly<Record<EntryKind, Effect>> = {
  GRANT: { available: 1, held: 0 },
  HOLD: { available: -1, held: 1 },
  RELEASE: { available: 1, held: -1 },
  CONSUME: { available: -1, held: 0 },
  RESTORE: { available: 1, held: 0 },
  EXPIRE: { available: -1, held: 0 },
  ADJUST: { available: 1, held: 0 },
  TRANSFER_OUT: { available: -1, held: 0 },
  TRANSFER_IN: { available: 1, held: 0 },
  FREEZE: { available: 0, held: 0 },
  UNFREEZE: { available: 0, held: 0 },
  CORRECT: { available: 1, held: 0 },
  USE: { available: 0, held: 0 },
  UNUSE: { available: 0, held: 0 },
};
const useOfHold: Effect = { available: 0, held: -1 };

/** What an entry does to what is left of its bucket and to what is kept of it (invariant C2.1). */
export function effectOf({ kind, units, hold }: Pick<Entry, 'kind' | 'units' | 'hold'>): Effect {
  const { available, held } = kind === 'CONSUME' && hold !== undefined ? useOfHold : effects[kind];
  return { available: available * units || 0, held: held * units || 0 };
}

/** What an entry does to the balance of its bucket: what is kept for an appointment has left it already. */
export const signedUnits = (entry: Pick<Entry, 'kind' | 'units' | 'hold'>): number => effectOf(entry).available;

/** What may be less than one: these carry their sign, … */
const signed: ReadonlySet<EntryKind> = new Set(['ADJUST', 'CORRECT']);
/** … and these may say something about none: a hold on what is used up, a last day put right. */
const maybeNone: ReadonlySet<EntryKind> = new Set(['FREEZE', 'UNFREEZE', 'CORRECT']);
/** What is added, taken or passed on by these was not used: it changes what was given. */
const changesGiven: ReadonlySet<EntryKind> = new Set(['ADJUST', 'CORRECT', 'TRANSFER_OUT', 'TRANSFER_IN']);

/** The bucket that a GRANT or a TRANSFER_IN opens. Throws an Error for another entry, and for less than one unit. */
export function opened(entry: Entry, terms: BucketTerms): Bucket {
  if (entry.kind !== 'GRANT' && entry.kind !== 'TRANSFER_IN') throw new Error(`${nameOf(entry)} opens a bucket`);
  assertUnits(entry);
  return { bucketId: entry.bucketId, ...terms, granted: entry.units, available: entry.units };
}

/** The bucket after an entry. Throws an Error for one that cannot follow: below zero, or of a hold that is not there. */
export function changed(bucket: Bucket, entry: Entry): Bucket {
  if (entry.kind === 'GRANT') throw new Error(`${nameOf(entry)} opens no bucket`);
  assertUnits(entry);
  const { frozen: wasFrozen, holds: _, rests: rested, emptyOn, ...rest } = bucket;
  const holds = holdsAfter(bucket, entry);
  const available = bucket.available + signedUnits(entry);
  if (available < 0) throw new Error(`bucket ${entry.bucketId} would go below zero`);
  const given = bucket.granted + (changesGiven.has(entry.kind) ? signedUnits(entry) : 0);
  // A pause and a dispute hold a bucket apart from each other: the end of one is not the end of the other.
  const ofPause = entry.rests !== undefined;
  const frozen = ofPause ? wasFrozen : entry.kind === 'FREEZE' || (wasFrozen && entry.kind !== 'UNFREEZE');
  const rests = !ofPause ? rested : entry.kind === 'FREEZE' ? entry.rests : undefined;
  return {
    ...rest,
    granted: changesGiven.has(entry.kind) ? Math.max(available + heldIn({ holds }), given) : given,
    available,
    ...(frozen ? { frozen } : {}),
    ...(rests === undefined ? {} : { rests }),
    ...(holds.length === 0 ? {} : { holds }),
    ...(bucket.rollover !== undefined && available === 0 ? { emptyOn: emptyOn ?? entry.on } : {}),
    ...(entry.extendsTo === undefined ? {} : { expiresOn: entry.extendsTo }),
  };
}

function holdsAfter({ holds = [] }: Bucket, entry: Entry): Hold[] {
  const { kind, sequence, units, causeId, serviceId, forDay } = entry;
  if (kind === 'HOLD') {
    const named = { ...(serviceId === undefined ? {} : { serviceId }), ...(forDay === undefined ? {} : { forDay }) };
    return [...holds, { sequence, units, causeId, ...named }];
  }
  if (entry.hold === undefined) {
    if (kind === 'RELEASE') throw new Error(`${nameOf(entry)} names no hold`);
    return holds;
  }
  const ends = (kind === 'RELEASE' || kind === 'CONSUME') && holds.find((hold) => hold.sequence === entry.hold);
  if (!ends || ends.units !== units) throw new Error(`${nameOf(entry)} ends no hold of ${units}`);
  return holds.filter((hold) => hold !== ends);
}

function assertUnits(entry: Entry): void {
  const { kind, units, extendsTo } = entry;
  // An adjustment of none moves a last day: the end of a membership does (rule K2).
  const mayBeNone = maybeNone.has(kind) || (kind === 'ADJUST' && extendsTo !== undefined);
  const isEnough = units > 0 || (units === 0 && mayBeNone) || (units < 0 && signed.has(kind));
  if (!isEnough) throw new Error(`${nameOf(entry)} has ${units} units`);
}

const nameOf = ({ sequence, kind }: Entry): string => `entry ${sequence}, ${kind},`;
