import * as z from 'zod/mini';
import { goesOn } from './billing-schedule.ts';
import { addDays } from './calendar.ts';
import type { Bucket, CreditAccount, Entry } from './credit-account.ts';
import type { CreditDecision, Occasion } from './credit-decision.ts';
import { expire, nextExpiryDay } from './credit-expiry.ts';
import { grantPeriod, overCapCode } from './credit-period.ts';
import { type Cancelled, type RefundedUnits, settleCredits, settlesCredits } from './ending-credits.ts';
import { endingRefunds, refundedUnits } from './ending-refund.ts';
import type { Invoice } from './invoice.ts';
import { statusAfter } from './lifecycle.ts';
import { type Membership, statusOn } from './membership.ts';
import { bookPause } from './pause-books.ts';
import { scheduleOf } from './pause-schedule.ts';
import { type PlanVersion, priceOfPeriod } from './plan.ts';
import { atNextBill } from './plan-change-effect.ts';
import type { PriceOf } from './refund-suggestion.ts';
import type { LocalDate } from './time.ts';

/** Why units go: their last day passes, new ones come and there would be too many (rule C6), or the membership ends. */
export const LossCause = z.enum(['last_day', 'too_many', 'membership_ends']);
export type LossCause = z.infer<typeof LossCause>;

/** Days that are told ahead. */
export const forecastDays = 366;

/** Units of one bucket that are gone after a day. */
export interface Loss {
  readonly bucketId: string;
  readonly units: number;
  /** The last day on which they can be used, inclusive. */
  readonly lastDay: LocalDate;
  readonly cause: LossCause;
}

/** What a forecast starts from: the books as they are. */
export interface ForecastStart {
  readonly account: CreditAccount;
  readonly memberships: readonly {
    readonly membership: Membership;
    readonly plan: PlanVersion;
    /** The version that a pending change names; `plan` without one. */
    readonly nextPlan: PlanVersion;
  }[];
  /** Needed where the end of a membership pays back what is unused. */
  readonly invoices: readonly Invoice[];
  readonly priceOf: PriceOf;
  readonly today: LocalDate;
}

type Running = ForecastStart['memberships'][number] & {
  /** What came with the bills that are still to come. */
  readonly bought?: readonly string[];
};

/** What is lost, in the order in which it goes, and what the account is then. */
export interface Forecast {
  readonly losses: readonly Loss[];
  readonly account: CreditAccount;
}

/**
 * What will be lost until the end of the day `until` if nothing is used and everything goes on as agreed: every bill is
 * paid on its day, pauses, changes and cancellations come as planned, and nothing else happens. Found by doing on copies
 * what will be done in earnest, with the same functions, so the units and days are those of the entries to come. Where a
 * payment is open, no new credits are counted on. With `watched`, it ends as soon as nothing is left in those buckets.
 */
export function forecastCredits(start: ForecastStart, until: LocalDate, watched?: ReadonlySet<string>): Forecast {
  const isDone = ({ buckets }: CreditAccount) =>
    watched !== undefined && !buckets.some(({ bucketId, available }) => available > 0 && watched.has(bucketId));
  let { account } = start;
  let running: readonly Running[] = start.memberships;
  const losses: Loss[] = [];
  let from = start.today;
  for (let day = nextDay(account, running, from); day !== undefined && day <= until && !isDone(account); ) {
    const done = passDay({ ...start, account }, running, day);
    losses.push(...done.losses);
    ({ account, running } = done);
    from = addDays(day, 1);
    day = nextDay(account, running, from);
  }
  return { losses, account };
}

/** The next day, not before `from`, on which something happens to the credits by itself. */
function nextDay(account: CreditAccount, running: readonly Running[], from: LocalDate): LocalDate | undefined {
  const days = [nextExpiryDay(account), ...running.flatMap(({ membership }) => turningPoints(membership, from))];
  return days.flatMap((day) => (day === undefined ? [] : [day > from ? day : from])).sort()[0];
}

function turningPoints(membership: Membership, today: LocalDate): (LocalDate | undefined)[] {
  const { pause, cancelOn, status } = membership;
  return [
    billDay(membership, today),
    ...(pause === undefined ? [] : [pause.begun ? pause.until : pause.from]),
    ...(status === 'cancelled' ? [] : [cancelOn]),
  ];
}

/** The day of the next bill that is to be expected; undefined where a payment is open, or a bill date passed unpaid. */
function billDay(membership: Membership, today: LocalDate): LocalDate | undefined {
  if (membership.due !== undefined || !goesOn(membership, today)) return undefined;
  const { period } = scheduleOf(membership) ?? membership;
  const isMissed = period.end < today && membership.payment === 'at_the_desk';
  return isMissed ? undefined : period.end;
}

/** One day of the books: its first instant, then the bills of its morning. */
function passDay(start: ForecastStart, running: readonly Running[], today: LocalDate) {
  const occasion: Occasion = { actor: { kind: 'system', job: 'forecast' }, causeId: 'forecast', today, at: 0 };
  let { account } = start;
  const losses: Loss[] = [];
  const book = (decision: CreditDecision): void => {
    losses.push(...decision.entries.flatMap((entry) => lossOf(entry, account, today)));
    ({ account } = decision);
  };
  const after = running.map((each): Running => {
    let { membership } = each;
    if (membership.pause !== undefined) {
      const books = bookPause(membership, account, occasion);
      book(books.credits);
      ({ membership } = books);
    }
    if (isEnding(membership, today)) {
      const refunded = refundedAtEnd({ ...start, account }, membership, each.bought);
      if (settlesCredits(membership, today)) book(settleCredits(account, membership, refunded, occasion));
      membership = { ...membership, status: 'cancelled' };
    }
    return { ...each, membership };
  });
  book(expire(account, occasion));
  const billed = after.map((each): Running => {
    const bill = billDay(each.membership, today);
    if (bill === undefined || bill > today) return each;
    const status = statusAfter(statusOn(each.membership, today), 'payment_succeeded');
    const { membership, plan, period } = atNextBill(each, today);
    const renewed: Membership = { ...membership, status, period };
    const grants = grantPeriod(account, renewed, plan, occasion);
    book(grants);
    const isPaid = priceOfPeriod(plan, renewed.period.index).amount > 0;
    const came = isPaid ? grants.entries.flatMap(({ kind, bucketId }) => (kind === 'GRANT' ? [bucketId] : [])) : [];
    return { ...each, membership: renewed, plan, bought: [...(each.bought ?? []), ...came] };
  });
  return { account, running: billed, losses };
}

/** What is paid back at the end: by the invoices that are there, and all of what the bills until then bring. */
function refundedAtEnd(
  { account, invoices, priceOf }: ForecastStart,
  membership: Cancelled,
  bought: readonly string[] = [],
): RefundedUnits {
  if (membership.creditsAfterCancel?.kind !== 'refund_unused') return new Map();
  const coming = account.buckets.filter(({ bucketId }) => bought.includes(bucketId));
  return new Map([
    ...refundedUnits(endingRefunds(membership, account, invoices, priceOf)),
    ...coming.map(({ bucketId, available }) => [bucketId, available] as const),
  ]);
}

const isEnding = (membership: Membership, today: LocalDate): membership is Cancelled =>
  membership.cancelOn !== undefined && membership.cancelOn <= today && membership.status !== 'cancelled';

/** What an entry takes from whoever did not use it; nothing where money goes back for it. */
function lossOf(entry: Entry, { buckets }: CreditAccount, today: LocalDate): Loss[] {
  const { kind, bucketId, reason } = entry;
  const units = Math.abs(entry.units);
  const bucket = buckets.find((candidate) => candidate.bucketId === bucketId);
  if (units === 0 || bucket === undefined) return [];
  const yesterday = addDays(today, -1);
  if (reason.code === 'membership_ended') {
    return [{ bucketId, units, lastDay: entry.extendsTo ?? yesterday, cause: 'membership_ends' }];
  }
  if (kind !== 'EXPIRE') return [];
  if (reason.code === overCapCode) return [{ bucketId, units, lastDay: yesterday, cause: 'too_many' }];
  return [{ bucketId, units, lastDay: lastUsable(bucket, yesterday), cause: 'last_day' }];
}

const lastUsable = ({ expiresOn }: Bucket, yesterday: LocalDate): LocalDate => expiresOn ?? yesterday;
