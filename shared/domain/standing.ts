import * as z from 'zod/mini';
import type { Policies } from './business.ts';
import { addDays } from './calendar.ts';
import { accessOn } from './dunning.ts';
import { firstDayWithout, isTrial, lastDayWith, type Membership, statusOn } from './membership.ts';
import { scheduleOf } from './pause-schedule.ts';
import { LocalDate } from './time.ts';

/**
 * The status as people are told it: the eight states, with three that are only ways of showing `active` (conflict X6).
 * - `trial`: the free days before the first bill;
 * - `renewal_pending`: within the notice days before the bill date, or something is awaited;
 * - `cancelling`: still usable, ends on a known day.
 */
export const ShownStatus = z.enum([
  'incomplete',
  'scheduled',
  'active',
  'trial',
  'renewal_pending',
  'past_due',
  'unpaid',
  'paused',
  'cancelling',
  'cancelled',
  'expired',
]);
export type ShownStatus = z.infer<typeof ShownStatus>;

/** The next bill date, or why there is none: never a date that will not be charged (000-011). */
export const NextBill = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('on'), date: LocalDate }),
  z.strictObject({ kind: z.literal('due_since'), date: LocalDate }),
  z.strictObject({ kind: z.literal('paused_until'), date: LocalDate }),
  z.strictObject({ kind: z.literal('paused') }),
  z.strictObject({ kind: z.literal('ends_on'), lastDay: LocalDate }),
  z.strictObject({ kind: z.literal('ended_on'), lastDay: LocalDate }),
  z.strictObject({ kind: z.literal('awaiting_first_payment') }),
]);
export type NextBill = z.infer<typeof NextBill>;

/** Whether benefits can be used today (001-017); the sentence is in the wording, per status. */
export const Usability = z.enum(['usable', 'not_yet', 'on_hold', 'over']);
export type Usability = z.infer<typeof Usability>;

export interface Standing {
  readonly status: ShownStatus;
  readonly usability: Usability;
  readonly nextBill: NextBill;
}

const usabilityOf: Readonly<Record<ShownStatus, Usability>> = {
  incomplete: 'not_yet',
  scheduled: 'not_yet',
  active: 'usable',
  trial: 'usable',
  renewal_pending: 'usable',
  // Rule G2: what is paid for stays usable through the grace; the job that ends grace moves the state on.
  past_due: 'usable',
  unpaid: 'on_hold',
  paused: 'on_hold',
  cancelling: 'usable',
  cancelled: 'over',
  expired: 'over',
};

/** What to tell people about a membership on a day. */
export function standingOf(membership: Membership, today: LocalDate, policies: Policies): Standing {
  const dated = { ...membership, ...scheduleOf(membership) };
  const status = shownStatus(membership, dated, today, policies);
  return {
    status,
    usability: usabilityOn(membership, status, today, policies),
    nextBill: nextBillOf(membership, dated, status, today),
  };
}

/** The memberships (by id) whose benefits rest on a day: a pause, or a payment that stayed open beyond the grace (rule G3). */
export const restingMemberships = (
  memberships: readonly Membership[],
  today: LocalDate,
  policies: Policies,
): ReadonlySet<string> =>
  new Set(
    memberships
      .filter((membership) => standingOf(membership, today, policies).usability === 'on_hold')
      .map(({ membershipId }) => membershipId),
  );

/** A payment by card that stays open: paid benefits are usable through the grace, then rest (rules G2, G3). */
function usabilityOn(membership: Membership, status: ShownStatus, today: LocalDate, policies: Policies): Usability {
  if (status === 'paused' && membership.pause?.benefits === 'usable') {
    // What is paid can be used to the end of what was paid before the pause (rule P3).
    return today < membership.period.end ? 'usable' : 'on_hold';
  }
  const isFrozen = membership.due !== undefined && accessOn(membership.due.since, today, policies) === 'frozen';
  return usabilityOf[status] === 'usable' && isFrozen ? 'on_hold' : usabilityOf[status];
}

function shownStatus(membership: Membership, dated: Membership, today: LocalDate, policies: Policies): ShownStatus {
  const status = statusOn(membership, today);
  if (status !== 'active') return status;
  if (membership.cancelOn !== undefined) return 'cancelling';
  if (membership.actionRequired) return 'renewal_pending';
  const endsWithPeriod = dated.lastDay !== undefined && dated.lastDay < dated.period.end;
  if (!endsWithPeriod && dated.period.end <= today) return overdueStatus(dated, today, policies);
  if (isTrial(membership)) return 'trial';
  if (!endsWithPeriod && dated.period.end <= addDays(today, policies.renewalNoticeDays)) return 'renewal_pending';
  return 'active';
}

/**
 * A bill date that passed without a payment. At the desk: with grace first, then on hold (rule G2), by date, so no job
 * is late. By card, the money is about to be taken, or the provider is being asked again.
 */
function overdueStatus({ payment, period }: Membership, today: LocalDate, policies: Policies): ShownStatus {
  if (payment === 'card') return 'renewal_pending';
  return accessOn(period.end, today, policies) === 'full' ? 'past_due' : 'unpaid';
}

/** Its end is known, and comes before the next bill would. */
function endsWithoutBill(membership: Membership, { end: nextBill }: Membership['period']): boolean {
  const end = firstDayWithout(membership);
  return end !== undefined && end <= nextBill && scheduleOf(membership) !== undefined;
}

function nextBillOf(membership: Membership, dated: Membership, status: ShownStatus, today: LocalDate): NextBill {
  const { cancelOn, pause } = membership;
  const { period, lastDay } = dated;
  switch (status) {
    case 'cancelled':
      return { kind: 'ended_on', lastDay: lastDayWith(membership, firstDayWithout(membership) ?? period.end) };
    case 'expired':
      return { kind: 'ended_on', lastDay: lastDay ?? addDays(period.end, -1) };
    case 'incomplete':
      return { kind: 'awaiting_first_payment' };
    case 'paused':
      // One that ends before a bill would come names its end, in a pause as well.
      if (endsWithoutBill(membership, period)) break;
      return pause?.until === undefined ? { kind: 'paused' } : { kind: 'paused_until', date: pause.until };
    case 'scheduled':
      if (cancelOn !== undefined && cancelOn <= membership.anchor.date) break;
      return { kind: 'on', date: membership.anchor.date };
    case 'cancelling':
      break;
    case 'past_due':
    case 'unpaid':
      return { kind: 'due_since', date: membership.due?.since ?? period.end };
    case 'active':
    case 'trial':
    case 'renewal_pending':
      break;
    default:
      status satisfies never;
  }
  if (cancelOn !== undefined && cancelOn <= period.end) return { kind: 'ends_on', lastDay: addDays(cancelOn, -1) };
  if (lastDay !== undefined && lastDay < period.end) return { kind: 'ends_on', lastDay };
  // A pause without an end begins with the next bill: nobody can name the one after it.
  if (pause !== undefined && scheduleOf(membership) === undefined) return { kind: 'paused' };
  if (period.end > today || membership.payment === 'card') return { kind: 'on', date: period.end };
  return { kind: 'due_since', date: period.end };
}
