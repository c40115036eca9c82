import { addDays } from './calendar.ts';
import { type Bucket, type CreditAccount, type Entry, isResting, isUncounted, isUsable } from './credit-account.ts';
import { changed, opened } from './credit-effect.ts';
import { reassignedCode } from './kept-credits.ts';
import { lastUse } from './last-use.ts';
import { arrivalOf, causeOf, type MoveCause } from './move-cause.ts';
import { openingBuckets } from './statement-opening.ts';
import type { LocalDate } from './time.ts';

/** One plus or minus of a number that a member sees. `units` is never zero and carries its sign. */
export interface Move {
  readonly on: LocalDate;
  readonly units: number;
  readonly cause: MoveCause;
  /** What was used, or given back. */
  readonly serviceId?: string;
  readonly locationId?: string;
  /** The member who used it, where a membership is shared. */
  readonly usedBy?: string;
  /** The last day of what came, was given back or expired. */
  readonly until?: LocalDate;
  readonly planId?: string;
  /** The day of the appointment that it is kept for. */
  readonly forDay?: LocalDate;
  /** True of the newest use, if it still stands. */
  readonly latest?: true;
}

/** Credits for the same services are one number. */
export const groupKeyOf = ({
  kind,
  serviceIds,
}: {
  readonly kind: Bucket['kind'];
  readonly serviceIds: readonly string[];
}): string => JSON.stringify([kind, [...serviceIds].sort()]);

/** What of a bucket can be used on a day. */
export const usableOf = (bucket: Bucket, day: LocalDate): number => (isUsable(bucket, day) ? bucket.available : 0);

/** A move with whose number it is, and what else belongs to the same act. */
export interface GroupMove extends Move {
  readonly group: string;
  readonly causeId: string;
  /** The sequence of the hold that it is. */
  readonly hold?: number;
}

/** Every move of the account since the first of the entries, and its buckets as they are at the end of it. */
export function movesOf(account: CreditAccount, entries: readonly Entry[], today: LocalDate) {
  const buckets = openingBuckets(account, entries);
  const arrivals = new Map<string, MoveCause>();
  const latest = lastUse(entries.map((entry) => ({ ...entry, cause: causeOf(entry) })).reverse());
  const moves: GroupMove[] = [];
  let day = entries[0]?.on ?? today;

  /** Lets days pass: what was granted for later begins, what is past its last day is gone. */
  function liveUntil(next: LocalDate): void {
    for (const changing of daysOfChange(buckets.values(), day, next)) {
      const eve = addDays(changing, -1);
      for (const bucket of buckets.values()) {
        const units = usableOf(bucket, changing) - usableOf(bucket, eve);
        const cause = byDate(bucket, units, changing) ?? arrivals.get(bucket.bucketId) ?? arrivalOf(bucket.source);
        if (units !== 0) add({ on: changing, units, cause, ...arriving(bucket), ...placeOf(bucket, 'day') });
      }
    }
    if (next > day) day = next;
  }

  function add(move: GroupMove): void {
    const last = moves.at(-1);
    if (last === undefined || !isSameAct(last, move)) moves.push(move);
    else moves.splice(-1, 1, { ...last, ...move, units: last.units + move.units });
  }

  for (const entry of entries) {
    if (isUncounted(entry)) continue;
    liveUntil(entry.on);
    const before = buckets.get(entry.bucketId);
    const after = bucketAfter(before, entry);
    if (after === undefined) continue;
    buckets.set(entry.bucketId, after);
    if (entry.opens) arrivals.set(entry.bucketId, causeOf(entry));
    const units = usableOf(after, day) - (before === undefined ? 0 : usableOf(before, day)) + takeHold(moves, entry);
    if (units !== 0) add({ ...moveOf(entry, after, entry.sequence === latest), on: day, units });
  }
  liveUntil(today);
  return { buckets: [...buckets.values()], moves };
}

/** Why a day changed the number of a bucket; undefined when it came that day, for the reason that it was granted. */
function byDate(bucket: Bucket, units: number, day: LocalDate): MoveCause | undefined {
  if (units < 0) return isResting(bucket, day) ? 'rests' : 'expired';
  return bucket.rests?.until === day ? 'resumed' : undefined;
}

/**
 * What was kept for an appointment is told once, on the day on which it is used: its line is taken out again, as it is
 * when another bucket takes over.
 */
function takeHold(moves: GroupMove[], { kind, hold, reason }: Entry): number {
  const isTold = kind === 'CONSUME' || reason.code === reassignedCode;
  const at = isTold && hold !== undefined ? moves.findIndex((move) => move.hold === hold) : -1;
  return at < 0 ? 0 : (moves.splice(at, 1)[0]?.units ?? 0);
}

/** What an entry says about its move. */
function moveOf(entry: Entry, bucket: Bucket, isLatest: boolean): Omit<GroupMove, 'on' | 'units'> {
  const { kind, sequence, opens, extendsTo, serviceId, usedAt, usedBy, forDay } = entry;
  const until = extendsTo ?? (kind === 'EXPIRE' ? bucket.expiresOn : undefined);
  return {
    cause: causeOf(entry),
    ...(opens ? arriving(bucket) : {}),
    ...(until === undefined ? {} : { until }),
    ...(serviceId === undefined ? {} : { serviceId }),
    ...(usedAt === undefined ? {} : { locationId: usedAt }),
    ...(usedBy === undefined ? {} : { usedBy }),
    ...(forDay === undefined ? {} : { forDay }),
    ...(kind === 'HOLD' ? { hold: sequence } : {}),
    ...(isLatest ? { latest: true } : {}),
    ...placeOf(bucket, entry.causeId),
  };
}

const placeOf = (bucket: Bucket, causeId: string) => ({ group: groupKeyOf(bucket), causeId });

/** What is said of credits that come, or that go by date. */
const arriving = ({ expiresOn, source }: Bucket): Pick<Move, 'until' | 'planId'> => ({
  ...(expiresOn === undefined ? {} : { until: expiresOn }),
  ...(source.kind === 'membership' ? { planId: source.planId } : {}),
});

/** Undefined for a bucket of which nothing is known. */
function bucketAfter(bucket: Bucket | undefined, entry: Entry): Bucket | undefined {
  if (entry.opens) return opened(entry, entry.opens);
  return bucket && changed(bucket, entry);
}

/** The days in (from, to] on which something begins, is past its last day, rests or rests no longer, in order. */
function daysOfChange(buckets: Iterable<Bucket>, from: LocalDate, to: LocalDate): LocalDate[] {
  const days = [...buckets].flatMap(({ available, grantedOn, expiresOn, rests }) =>
    available === 0
      ? []
      : [
          grantedOn,
          ...(expiresOn === undefined ? [] : [addDays(expiresOn, 1)]),
          ...(rests === undefined ? [] : [rests.from, ...(rests.until === undefined ? [] : [rests.until])]),
        ],
  );
  return [...new Set(days)].filter((day) => from < day && day <= to).sort();
}

/** Two buckets of one act are one line: credits of two buckets used at once, two benefits that came together. */
function isSameAct({ units: a, latest: _, ...one }: GroupMove, { units: b, latest: __, ...other }: GroupMove): boolean {
  const names = Object.keys({ ...one, ...other });
  return Math.sign(a) === Math.sign(b) && JSON.stringify(one, names) === JSON.stringify(other, names);
}
