import type { CancellationView } from '../../shared/contract/cancellation-views.ts';
import { addDays, billDate } from '../../shared/domain/calendar.ts';
import { undoCancellation } from '../../shared/domain/cancellation.ts';
import { type Cancelled, endingCredits } from '../../shared/domain/ending-credits.ts';
import { type EndingRefund, endingAskId, refundedUnits } from '../../shared/domain/ending-refund.ts';
import { type Invoice, isBillOf } from '../../shared/domain/invoice.ts';
import { mayHappen } from '../../shared/domain/lifecycle.ts';
import { firstDayOf, statusOn } from '../../shared/domain/membership.ts';
import { asBilledNext } from '../../shared/domain/pause.ts';
import { billLines, totalOf } from '../../shared/domain/period-invoice.ts';
import { listInvoices } from '../store/invoice-rows.ts';
import { upcomingCharge } from '../views/charge-view.ts';
import { refundsAtEnd } from './end-membership.ts';
import type { LoadedScene } from './scene.ts';

import type { BillingWorld } from './world.ts';

/** What telling of a cancellation reads. */
type Told = Pick<
  LoadedScene,
  'slug' | 'memberId' | 'membership' | 'plan' | 'business' | 'configuration' | 'snapshot' | 'tax'
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
  const lastDay = addDays(after.cancelOn, -1);
  const lastCharge = lastChargeOf(invoices, after.membershipId);
  const money = (amount: number) => ({ amount, currency: business.currency });
  const { due } = membership;
  const undo = undoView(scene, after);
  return {
    decided: true,
    atOnce: after.cancelOn <= today,
    ...(lastDay < firstDayOf(membership, plan) ? {} : { lastDay }),
    ...(lastCharge === undefined ? {} : { lastCharge }),
    bills: after.due === undefined ? billsUntil(after, scene) : [],
    ...(due === undefined || after.due !== undefined ? {} : { voids: money(due.amount) }),
    credits: endingCredits(snapshot.account.value, isSettled ? settled : after, refundedUnits(refunds), today).map(
      ({ bucket, units, fate }) => ({
        kind: bucket.kind,
        serviceIds: [...bucket.serviceIds],
        units,
        given: bucket.source.kind !== 'membership',
        fate,
      }),
    ),
    refunds: [...refunds, ...refundsMade(invoices, after.membershipId)].map(({ amount, to }) => ({
      amount: money(amount),
      to,
    })),
    ...(undo === undefined ? {} : { undo }),
  };
}

/** What taking it back leads to, by the functions that do it. */
function undoView({ plan, configuration, snapshot, occasion }: Told, after: Cancelled): CancellationView['undo'] {
  const { today } = occasion;
  if (!mayHappen(statusOn(after, today), 'undo_cancellation')) return undefined;
  const bill = upcomingCharge(undoCancellation(after, today), plan, configuration, today, snapshot);
  return bill === undefined ? {} : { nextBill: { on: bill.on, amount: bill.total } };
}

function lastChargeOf(invoices: readonly Invoice[], membershipId: string): CancellationView['lastCharge'] {
  const paid = invoices
    .filter((invoice) => invoice.state === 'paid' && isBillOf(invoice, membershipId))
    .sort((a, b) => (b.paidAt ?? 0) - (a.paidAt ?? 0))[0];
  if (paid?.paidOn === undefined) return undefined;
  return { amount: { amount: paid.total, currency: paid.currency }, on: paid.paidOn };
}

/** Every bill before the end, on the days and by the amounts that it will have, a pause before it included. */
function billsUntil(after: Cancelled, { plan, tax, business }: Told): CancellationView['bills'] {
  const { cancelOn } = after;
  const { anchor, period, lastDay = cancelOn, pauseFee } = asBilledNext(after);
  const bills: CancellationView['bills'] = [];
  for (let index = period.index + 1; ; index += 1) {
    const on = billDate(anchor, index);
    if (on >= cancelOn || on > lastDay) return bills;
    const coming = { index, start: on, end: billDate(anchor, index + 1) };
    const fee = bills.length === 0 && pauseFee !== undefined ? { pauseFee } : {};
    bills.push({ on, amount: { amount: totalOf(billLines(fee, plan, coming, tax)), currency: business.currency } });
  }
}

/** What the end has paid back, or is about to. */
function refundsMade(invoices: readonly Invoice[], membershipId: string): Pick<EndingRefund, 'amount' | 'to'>[] {
  return invoices
    .flatMap(({ refunds }) => refunds)
    .filter(({ askId, state }) => askId === endingAskId(membershipId) && state !== 'failed')
    .map(({ amount, toAccountCredit }) => ({ amount, to: toAccountCredit > 0 ? 'account_credit' : 'card' }));
}
