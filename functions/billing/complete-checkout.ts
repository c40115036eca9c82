import type { ReplyOf } from '../../shared/contract/handlers.ts';
import type { checkoutOperations } from '../../shared/contract/public/checkout-operations.ts';
import { localDateOf } from '../../shared/domain/calendar.ts';
import type { Actor } from '../../shared/domain/credit-account.ts';
import { Refusal, refuseUnless } from '../../shared/domain/refusal.ts';
import { standingOf } from '../../shared/domain/standing.ts';
import type { Checkout } from '../gateways/payments.ts';
import { planVersionOf } from '../store/configuration.ts';
import { listInvoices } from '../store/invoice-rows.ts';
import { completeEnrolment } from './complete-enrolment.ts';
import { configurationOf, connectedAccount, loadPerson, type Person } from './person.ts';
import { takeCard } from './take-card.ts';
import { takePayment } from './take-payment.ts';
import { takeTopUp } from './take-top-up.ts';
import type { BillingWorld } from './world.ts';

export type CheckoutReply = ReplyOf<(typeof checkoutOperations)['completeCheckout']>;

/** Who reports that a hosted page was finished: the browser that came back, or the provider's webhook. */
export interface Report {
  readonly slug: string;
  readonly at: number;
  readonly requestId: string;
  /** Acts for the member where one is known, otherwise for itself. */
  readonly actor: Extract<Actor, { kind: 'visitor' | 'system' }>;
}

/**
 * Does what follows from a page of the provider, exactly once, whoever reports it first, and answers how things stand
 * now. The page itself is read from the provider: nothing that a browser says is believed.
 * Refusals: `not_found`, `checkout_not_finished`, `already_enrolled` (the money has gone back), and to the webhook
 * `payment_in_progress`, where the browser is told `pending`.
 */
export async function completeCheckout(world: BillingWorld, report: Report, sessionId: string): Promise<CheckoutReply> {
  const account = await connectedAccount(world, report.slug);
  refuseUnless(account, 'not_found');
  const checkout = await world.payments.readCheckout(account, sessionId);
  refuseUnless(checkout?.metadata.business === report.slug, 'not_found');
  refuseUnless(checkout.state === 'complete', 'checkout_not_finished');
  const memberId = await act(world, report, checkout);
  return memberId === undefined
    ? { purpose: checkout.purpose, payment: checkout.payment?.kind === 'declined' ? 'declined' : 'pending' }
    : replyFor(world, report, checkout, memberId);
}

/** Does it. Answers whose it is; undefined while the money is not there. */
async function act(world: BillingWorld, report: Report, checkout: Checkout): Promise<string | undefined> {
  if (checkout.purpose === 'enrolment') {
    const joined = await completeEnrolment(world, report, checkout);
    refuseUnless(joined?.kind !== 'given_back' || report.actor.kind === 'system', 'already_enrolled');
    return joined?.memberId;
  }
  const { memberId } = checkout.metadata;
  if (memberId === undefined) throw new Error(`${checkout.sessionId} names no member`);
  const actor = report.actor.kind === 'visitor' ? ({ kind: 'member', memberId } as const) : report.actor;
  const person: Person = { ...report, actor, memberId };
  try {
    switch (checkout.purpose) {
      case 'card_update':
        await takeCard(world, person, checkout);
        break;
      case 'payment':
        await takePayment(world, person, checkout);
        break;
      case 'account_credit':
        await takeTopUp(world, person, checkout);
        break;
      default:
        checkout.purpose satisfies never;
    }
  } catch (error) {
    // The webhook comes again by itself; a person who waits is told how things stand.
    if (report.actor.kind === 'system' || !(error instanceof Refusal)) throw error;
  }
  return memberId;
}

/** How things stand, read anew: the same answer for the first report and for a reload of the page. */
async function replyFor(
  world: BillingWorld,
  report: Report,
  checkout: Checkout,
  memberId: string,
): Promise<CheckoutReply> {
  const { slug, at, requestId, actor } = report;
  const { sessionId, purpose, card } = checkout;
  const configuration = await configurationOf(world, slug);
  const { policies, timeZone, currency } = configuration.business.value;
  const person: Person = { slug, memberId, actor, at, requestId };
  const [snapshot, invoices] = await Promise.all([
    loadPerson(world, person),
    listInvoices(world.table, slug, memberId),
  ]);
  const payment = checkout.payment?.kind === 'succeeded' ? checkout.payment : undefined;
  const invoice = invoices.find(
    ({ value }) =>
      value.attempts.some(({ trigger }) => trigger.id === sessionId) ||
      (payment !== undefined &&
        value.payment?.kind === 'card' &&
        value.payment.paymentIntentId === payment.paymentIntentId),
  )?.value;
  const membershipId = invoice?.cause.kind === 'membership' ? invoice.cause.membershipId : undefined;
  const open = snapshot.memberships.map(({ value }) => value).filter(({ due }) => due !== undefined);
  const ofMembership =
    snapshot.memberships.find(({ value }) => value.membershipId === membershipId)?.value ??
    open[0] ??
    snapshot.memberships.find(({ value }) => purpose === 'enrolment' && value.enrolledVia === 'online')?.value;
  const about = invoice?.cause.kind === 'order' ? undefined : ofMembership;
  const plan = about && planVersionOf(configuration, about.planId, about.planVersion);
  const amount = invoice === undefined ? payment?.amount : invoice.total - invoice.creditApplied;
  return {
    purpose,
    ...(card === undefined ? {} : { card: { brand: card.brand, last4: card.last4 } }),
    payment: resultOf({
      invoice,
      sessionId,
      isBusy: open.some(({ charge }) => charge !== undefined),
      isPaid: payment !== undefined,
    }),
    ...(amount === undefined ? {} : { amount: { amount, currency } }),
    ...(plan === undefined ? {} : { plan: plan.name }),
    ...(about === undefined ? {} : { status: standingOf(about, localDateOf(at, timeZone), policies).status }),
  };
}

function resultOf(found: {
  invoice: Awaited<ReturnType<typeof listInvoices>>[number]['value'] | undefined;
  sessionId: string;
  isBusy: boolean;
  isPaid: boolean;
}): CheckoutReply['payment'] {
  const { invoice, sessionId, isBusy, isPaid } = found;
  if (invoice?.state === 'paid') return 'paid';
  if (isBusy) return 'pending';
  if (invoice === undefined) return isPaid ? 'pending' : 'nothing_due';
  const last = invoice.attempts.findLast(({ trigger }) => trigger.id === sessionId);
  return last?.declineClass === 'authentication' ? 'confirmation_needed' : 'declined';
}
