import {
  type Bucket,
  type CreditAccount,
  type CreditKind,
  type EntryDraft,
  type Hold,
  isExpired,
  isResting,
} from './credit-account.ts';
import { appendAll } from './credit-chain.ts';
import { type CreditDecision, drafted, type Occasion } from './credit-decision.ts';
import { byUse, shortfall } from './credit-use.ts';
import { reassign } from './hold-assignment.ts';
import type { LocalDate } from './time.ts';

/** A booked service that credits are kept for. `causeId` names the booking, and `forDay` is the local day of it. */
export interface Appointment {
  readonly causeId: string;
  readonly kind: CreditKind;
  readonly serviceId: string;
  readonly forDay: LocalDate;
}

/** Units of a bucket that are kept, and for what; without an appointment where an entry does not name one. */
export interface Kept {
  readonly bucket: Bucket;
  readonly hold: Hold;
  readonly appointment?: Appointment;
}

/** The code of entries that move what is kept to another bucket: to the member, nothing happened. */
export const reassignedCode = 'reassigned';

export const keptIn = ({ buckets }: CreditAccount): Kept[] =>
  buckets.flatMap((bucket) =>
    (bucket.holds ?? []).map((hold): Kept => {
      const { causeId, serviceId, forDay } = hold;
      const isNamed = serviceId !== undefined && forDay !== undefined;
      return { bucket, hold, ...(isNamed ? { appointment: { causeId, kind: bucket.kind, serviceId, forDay } } : {}) };
    }),
  );

export const isSame = (one: Appointment | undefined, other: Appointment): boolean =>
  one !== undefined &&
  one.causeId === other.causeId &&
  one.kind === other.kind &&
  one.serviceId === other.serviceId &&
  one.forDay === other.forDay;

/** The entry that ends a hold, by its use or without; it belongs to the booking that the hold was for. */
export const endOf = (
  { bucket, hold }: Kept,
  kind: 'RELEASE' | 'CONSUME',
  code: string,
  occasion: Occasion,
): EntryDraft => ({
  ...drafted(kind, bucket.bucketId, hold.units, code, { ...occasion, causeId: hold.causeId }),
  ...(hold.serviceId === undefined ? {} : { serviceId: hold.serviceId }),
  hold: hold.sequence,
});

/**
 * Keeps what is kept, and `more`, of the credits that expire first (rule C4). What cannot be kept any more where it is,
 * because of a dispute or a pause, stays there: that is for whoever tells the member. Refusals as those of `keepCredit`.
 */
export function keepTogether(
  account: CreditAccount,
  resting: ReadonlySet<string>,
  occasion: Occasion,
  more?: Appointment & { readonly units: number },
): CreditDecision {
  const buckets = account.buckets.toSorted(byUse);
  const holds = keptIn(account).filter(
    ({ bucket, appointment }) => appointment !== undefined && fits(bucket, appointment, resting),
  );
  const booked = [...holds.flatMap(({ appointment = [] }) => appointment), ...(more ? [more] : [])];
  const appointments = booked.filter((each, at) => booked.findIndex((first) => isSame(first, each)) === at);
  const holdsOf = ({ bucketId }: Bucket, appointment: Appointment): Kept[] =>
    holds.filter((each) => each.bucket.bucketId === bucketId && isSame(each.appointment, appointment));
  const before = buckets.map((bucket) =>
    appointments.map((appointment) => holdsOf(bucket, appointment).reduce((sum, { hold }) => sum + hold.units, 0)),
  );
  const { kept, missing } = reassign(
    {
      kept: before,
      free: buckets.map(({ available }) => available),
      missing: appointments.map((appointment) => (appointment === more ? more.units : 0)),
    },
    buckets.map((bucket) => appointments.map((appointment) => fits(bucket, appointment, resting))),
  );
  const short = missing.reduce((sum, units) => sum + units, 0);
  if (more && short > 0) throw refusalOf(account, more, more.units - short, resting);
  const changes = buckets.flatMap((bucket, b) =>
    appointments.flatMap((appointment, a) => {
      const units = kept[b]?.[a] ?? 0;
      return units === before[b]?.[a] ? [] : [{ bucket, appointment, units }];
    }),
  );
  return appendAll(account, [
    ...changes.flatMap(({ bucket, appointment }) =>
      holdsOf(bucket, appointment).map((each) => endOf(each, 'RELEASE', reassignedCode, occasion)),
    ),
    ...changes.flatMap(({ bucket, appointment, units }) => {
      const { causeId, serviceId, forDay } = appointment;
      const code = appointment === more ? 'kept_for_appointment' : reassignedCode;
      const because = { ...occasion, causeId };
      return units === 0 ? [] : [{ ...drafted('HOLD', bucket.bucketId, units, code, because), serviceId, forDay }];
    }),
  ]);
}

const covers = ({ kind, serviceIds }: Bucket, asked: Appointment): boolean =>
  kind === asked.kind && serviceIds.includes(asked.serviceId);

const restsOn = (bucket: Bucket, day: LocalDate, resting: ReadonlySet<string>): boolean =>
  bucket.frozen === true ||
  isResting(bucket, day) ||
  (bucket.source.kind === 'membership' && resting.has(bucket.source.membershipId));

/** Whether a unit of a bucket can be used for an appointment, on the day of it. */
const fits = (bucket: Bucket, asked: Appointment, resting: ReadonlySet<string>): boolean =>
  covers(bucket, asked) &&
  bucket.grantedOn <= asked.forDay &&
  !isExpired(bucket, asked.forDay) &&
  !restsOn(bucket, asked.forDay, resting);

const refusalOf = (account: CreditAccount, asked: Appointment, available: number, resting: ReadonlySet<string>) =>
  shortfall(
    account.buckets.filter((bucket) => covers(bucket, asked)),
    available,
    (bucket) => restsOn(bucket, asked.forDay, resting),
    asked.forDay,
  );
