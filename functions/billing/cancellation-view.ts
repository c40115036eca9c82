import type { CancellationView, UndoView } from '../../shared/contract/cancellation-views.ts';
import { billsBeforeEnd } from '../../shared/domain/bills-before-end.ts';
import { addDays } from '../../shared/domain/calendar.ts';
import { undoCancellation } from '../../shared/domain/cancellation.ts';
import { isResting } from '../../shared/domain/credit-account.ts';
import { type Cancelled, endingCredits } from '../../shared/domain/ending-credits.ts';
import { type EndingRefund, refundedUnits } from '../../shared/domain/ending-refund.ts';
import { type Invoice, isBillOf } from '../../shared/domain/invoice.ts';
import { mayHappen } from '../../shared/domain/lifecycle.ts';
import { firstDayOf, lastDayWith, type Membership, statusOn } from '../../shared/domain/membership.ts';
import type { Pause } from '../../shared/domain/pause-terms.ts';
import type { LocalDate } from '../../shared/domain/time.ts';
import { listInvoices } from '../store/invoice-rows.ts';
import { upcomingCharge } from '../views/charge-view.ts';
import { pauseDays } from '../views/pause-view.ts';
import { refundsAtEnd } from './end-membership.ts';
import type { LoadedScene } from './scene.ts';

import type { BillingWorld } from './world.ts';

/** What telling of a cancellation reads. */
type Told = Pick<
  LoadedScene,
  'slug' | 'memberId' | 'membership' | 'plan' | 'nextPlan' | 'business' | 'configuration' | 'snapshot' | 'tax'
> & { readonly occasion: Pick<LoadedScene['occasion'], 'today'> };

/**
 * What a cancellation does, in facts: with the scene as it was before the decision `after`, for the preview and the
 * confirmation, and with the membership as it is since.
 */
export async function cancellationView(
  world: Pick<BillingWorld, 'table'>,
  scene: Told,
  after: Cancelled,
): Promise<CancellationView> {
  const { snapshot, business, plan, occasion, membership } = scene;
  const { today } = occasion;
  const invoices = (await listInvoices(world.table, scene.slug, scene.memberId)).map(({ value }) => value);
  const isSettled = membership.status === 'cancelled';
  // What has ended is settled: its credits are what they are, and what is paid back stands on the invoices.
  const refunds = isSettled ? [] : (await refundsAtEnd(world, scene, after)).refunds;
  const { creditsAfterCancel: _, ...settled } = after;
  const lastDay = lastDayWith(after, after.cancelOn);
  const firstDay = firstDayOf(membership, plan);
  const neverBegins = lastDay < firstDay;
  const lastCharge = lastChargeOf(invoices, after.membershipId);
  const money = (amount: number) => ({ amount, currency: business.currency });
  const { due } = membership;
  const undo = undoView(scene, after);
  const restsUntil = lastDayOfPause(after, today);
  return {
    decided: true,
    atOnce: after.cancelOn <= today,
    ...(neverBegins ? {} : { lastDay }),
    ...pausesOf(membership, after, today),
    ...(restsUntil === undefined ? {} : { restsUntil }),
    ...(lastCharge === undefined ? {} : { lastCharge }),
    bills:
      after.due === undefined
        ? billsBeforeEnd(after, scene, today).map(({ on, amount }) => ({ on, amount: money(amount) }))
        : [],
    ...(due === undefined || after.due !== undefined ? {} : { voids: money(due.amount) }),
    credits: endingCredits(snapshot.account.value, isSettled ? settled : after, refundedUnits(refunds), today).map(
      ({ bucket, units, fate }) => ({
        kind: bucket.kind,
        serviceIds: [...bucket.serviceIds],
        units,
        given: bucket.source.kind !== 'membership',
        fate,
        ...(restsUntil !== undefined && isResting(bucket, today) ? { rests: true as const } : {}),
      }),
    ),
    refunds: [...refunds, ...refundsMade(invoices, after.membershipId)].map(({ amount, to }) => ({
      amount: money(amount),
      to,
    })),
    ...(undo === undefined ? {} : { undo }),
  };
}

/** The last day of the pause that runs and that the cancellation leaves as it is; it has an end then (rule K1). */
function lastDayOfPause({ pause, cancelOn }: Cancelled, today: LocalDate): LocalDate | undefined {
  const runs = cancelOn > today && pause?.until !== undefined && pause.from <= today && today < pause.until;
  return runs ? pauseDays(pause).lastDay : undefined;
}

/** What becomes of a pause: one that was to come does not take place, one without an end is over. */
function pausesOf(
  { pause, putOffPause }: Membership,
  after: Cancelled,
  today: LocalDate,
): Pick<CancellationView, 'dropsPause' | 'endsPause'> {
  const dropped = after.pause === undefined && pause !== undefined && pause.from > today ? pause : putOffPause;
  const ends = pause?.until === undefined && after.pause?.until === today;
  return {
    ...(dropped === undefined ? {} : { dropsPause: pauseDays(dropped) }),
    ...(ends ? { endsPause: true as const } : {}),
  };
}

/** What taking it back leads to, by the functions that do it. */
function undoView({ configuration, snapshot, occasion }: Told, after: Cancelled): CancellationView['undo'] {
  const { today } = occasion;
  if (!mayHappen(statusOn(after, today), 'undo_cancellation')) return undefined;
  const undone = undoCancellation(after, today);
  const bill = upcomingCharge(undone, configuration, today, snapshot);
  const { putOffPause } = after;
  return {
    ...(bill === undefined ? {} : { nextBill: { on: bill.on, amount: bill.total } }),
    ...(putOffPause === undefined ? {} : { pause: pauseAfterUndo(putOffPause, undone, addDays(after.cancelOn, -1)) }),
  };
}

/** Whether the pause that was put off takes place after all, and up to which day of undoing it does. */
function pauseAfterUndo(putOff: Pause, { pause }: Membership, lastDay: LocalDate): UndoView['pause'] {
  const days = pauseDays(putOff);
  if (pause === undefined) return { ...days, comesBack: false };
  return { ...days, comesBack: true, ...(putOff.from < lastDay ? { comesBackUntil: putOff.from } : {}) };
}

function lastChargeOf(invoices: readonly Invoice[], membershipId: string): CancellationView['lastCharge'] {
  const paid = invoices
    .filter((invoice) => invoice.state === 'paid' && isBillOf(invoice, membershipId))
    .sort((a, b) => (b.paidAt ?? 0) - (a.paidAt ?? 0))[0];
  if (paid?.paidOn === undefined) return undefined;
  return { amount: { amount: paid.total, currency: paid.currency }, on: paid.paidOn };
}

/** What the end has paid back, or is about to. */
function refundsMade(invoices: readonly Invoice[], membershipId: string): Pick<EndingRefund, 'amount' | 'to'>[] {
  return invoices
    .filter((invoice) => isBillOf(invoice, membershipId))
    .flatMap(({ refunds }) => refunds)
    .filter(({ reason, state }) => reason === 'membership_ended' && state !== 'failed')
    .map(({ amount, toAccountCredit }) => ({ amount, to: toAccountCredit > 0 ? 'account_credit' : 'card' }));
}
