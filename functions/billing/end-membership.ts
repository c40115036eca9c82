import { type Cancelled, settleCredits } from '../../shared/domain/ending-credits.ts';
import { type EndingRefund, endingAskId, endingRefunds, refundedUnits } from '../../shared/domain/ending-refund.ts';
import type { Membership } from '../../shared/domain/membership.ts';
import { letFeeGo } from '../../shared/domain/pause.ts';
import { claimRefund } from '../../shared/domain/refund.ts';
import { creditWrites } from '../store/credit-writes.ts';
import { announce } from '../store/event-writes.ts';
import { invoiceWrite, listInvoices, type StoredInvoice } from '../store/invoice-rows.ts';
import type { Write } from '../store/table.ts';
import { pricesIn } from '../views/prices-in.ts';
import type { LoadedScene } from './scene.ts';
import { finishRefund } from './settle-refund.ts';
import type { BillingWorld } from './world.ts';

/** A refund that was written down with the end, and waits to be made. */
export interface ClaimedRefund {
  readonly invoiceId: string;
  readonly n: number;
}

/** `membership` is what it is at its end: without a fee for which no bill will come. */
export interface Ending {
  readonly membership: Membership;
  readonly writes: readonly Write[];
  readonly claimed: readonly ClaimedRefund[];
}

export const isCancelled = (membership: Membership): membership is Cancelled => membership.cancelOn !== undefined;

/** What the end of a membership pays back, with the invoices that it was paid with. */
export async function refundsAtEnd(
  { table }: Pick<BillingWorld, 'table'>,
  {
    slug,
    memberId,
    snapshot,
    configuration,
    business,
  }: Pick<LoadedScene, 'slug' | 'memberId' | 'snapshot' | 'configuration' | 'business'>,
  after: Cancelled,
): Promise<{ readonly refunds: readonly EndingRefund[]; readonly invoices: readonly StoredInvoice[] }> {
  if (after.creditsAfterCancel?.kind !== 'refund_unused') return { refunds: [], invoices: [] };
  const invoices = await listInvoices(table, slug, memberId);
  const refunds = endingRefunds(
    after,
    snapshot.account.value,
    invoices.map(({ value }) => value),
    pricesIn(configuration, business.currency),
  );
  return { refunds, invoices };
}

/**
 * What a membership is at its end, and what that writes besides: its credits become what the plan says, and what is
 * paid back for them is written on its invoice, all in the one transaction (rule K2). The money follows under the name
 * that the refund has then: at once by `payBack`, or by the reconciliation when that was broken off.
 */
export async function settleEnding(world: BillingWorld, scene: LoadedScene, after: Cancelled): Promise<Ending> {
  const { slug, snapshot, business, membershipId, occasion, money } = scene;
  const account = snapshot.account.value;
  const { refunds, invoices } = await refundsAtEnd(world, scene, after);
  const claims = refunds.flatMap(({ invoiceId, amount, to, credits }) => {
    const stored = invoices.find(({ value }) => value.invoiceId === invoiceId);
    if (stored === undefined) return [];
    const ask = {
      amount,
      reason: 'membership_ended' as const,
      takesBack: true,
      askId: endingAskId(membershipId),
      toAccountCredit: to === 'account_credit',
      tookBack: [...credits],
    };
    const { invoice, refund } = claimRefund({ invoice: stored.value, account, money }, ask, occasion);
    return [{ n: refund.n, invoiceId, write: invoiceWrite(slug, stored, invoice, stored.event) }];
  });
  const credits = settleCredits(account, after, refundedUnits(refunds), occasion);
  const because = after.endedBecause ?? 'requested';
  const { membership, letGo } = letFeeGo(after);
  const forGone = letGo === 0 ? {} : { pauseFeeLetGo: letGo };
  return {
    membership,
    writes: [
      ...creditWrites(snapshot, credits, {
        slug,
        timeZone: business.timeZone,
        requestId: scene.requestId,
        newEventId: () => world.chance.newId('event', scene.at),
      }),
      ...claims.map(({ write }) => write),
      announce(scene.event('membership.ended', { membershipId, cancelOn: after.cancelOn, because, ...forGone })),
    ],
    claimed: claims.map(({ invoiceId, n }) => ({ invoiceId, n })),
  };
}

/** Makes the refunds that an end has written down. */
export async function payBack(
  world: BillingWorld,
  { slug, memberId, actor, at, requestId }: Pick<LoadedScene, 'slug' | 'memberId' | 'actor' | 'at' | 'requestId'>,
  claimed: readonly ClaimedRefund[],
): Promise<void> {
  for (const { invoiceId, n } of claimed) {
    await finishRefund(world, { slug, memberId, actor, at, requestId }, invoiceId, n, true);
  }
}
