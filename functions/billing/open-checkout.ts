import type { Language } from '../../shared/domain/business.ts';
import { localDateOf } from '../../shared/domain/calendar.ts';
import { amountDue, type Invoice } from '../../shared/domain/invoice.ts';
import { isOver } from '../../shared/domain/membership.ts';
import { refuseUnless } from '../../shared/domain/refusal.ts';
import { readInvoice } from '../store/invoice-rows.ts';
import { customerOf, loadPerson, type Person, takingCards } from './person.ts';
import type { BillingWorld } from './world.ts';

/** Who goes to the provider's page, in which language, and where “back” leads (a path of the site). */
export interface Visitor extends Person {
  readonly language: Language;
  readonly backTo: string;
}

/** Where the provider sends people back to, whatever the page was for. */
export const returnUrl = (site: string): string => `${site}/portal/checkout?session={CHECKOUT_SESSION_ID}`;

const urls = (world: BillingWorld, { slug, backTo }: Visitor) => ({
  successUrl: returnUrl(world.siteOf(slug)),
  cancelUrl: `${world.siteOf(slug)}${backTo}`,
});

/**
 * Opens the provider's page to enter a card, in every state of a membership (000-014). `linkHash` names the link of the
 * mail that led here. Answers the page's address. Refuses `payments_not_connected`.
 */
export async function openCardPage(world: BillingWorld, visitor: Visitor, linkHash?: string): Promise<string> {
  const { slug, memberId, language, requestId } = visitor;
  const { account } = await takingCards(world, slug);
  const customerId = await customerOf(world, visitor, account);
  const { url } = await world.payments.openCheckout(account, {
    purpose: 'card_update',
    customerId,
    language,
    ...urls(world, visitor),
    metadata: { business: slug, memberId, ...(linkHash === undefined ? {} : { link: linkHash }) },
    key: `checkout.${requestId}`,
  });
  return url;
}

/**
 * Opens the provider's page to pay an open invoice, also with another card and with the bank's confirmation. Nothing
 * renews by an invoice of no membership, so its card is not kept. Refusals: `payments_not_connected`, `not_an_open_invoice`, `payment_in_progress`.
 */
export async function openPaymentPage(world: BillingWorld, visitor: Visitor, invoiceId: string): Promise<string> {
  const { slug, memberId, language, at, requestId } = visitor;
  const [invoice, snapshot] = await Promise.all([
    readInvoice(world.table, slug, memberId, invoiceId),
    loadPerson(world, visitor),
  ]);
  refuseUnless(invoice, 'not_found');
  const { configuration, account } = await takingCards(world, slug);
  const today = localDateOf(at, configuration.business.value.timeZone);
  const membership = snapshot.memberships.find(({ value }) => value.due?.invoiceId === invoiceId)?.value;
  const isOrder = invoice.value.cause.kind === 'order';
  const isOwed = isOrder || (membership !== undefined && !isOver(membership, today));
  refuseUnless(invoice.value.state === 'open' && isOwed, 'not_an_open_invoice');
  refuseUnless(membership?.charge === undefined, 'payment_in_progress');
  const customerId = await customerOf(world, visitor, account);
  const { url } = await world.payments.openCheckout(account, {
    purpose: 'payment',
    customerId,
    language,
    ...urls(world, visitor),
    metadata: { business: slug, memberId, membershipId: membership?.membershipId, invoiceId },
    payment: {
      amount: amountDue(invoice.value),
      currency: invoice.value.currency,
      label: labelOf(invoice.value),
      savesCard: !isOrder,
    },
    key: `checkout.${requestId}`,
  });
  return url;
}

function labelOf({ invoiceId, lines, cause }: Invoice): string {
  const [first] = lines;
  if (first !== undefined && 'plan' in first.subject) return first.subject.plan;
  return (cause.kind === 'order' ? cause.title : undefined) ?? invoiceId;
}

/** Opens the provider's page to pay an amount (minor units) into account credit (004-038). */
export async function openTopUpPage(
  world: BillingWorld,
  visitor: Visitor,
  amount: number,
  label: string,
): Promise<string> {
  const { slug, memberId, language, at, requestId } = visitor;
  const { configuration, account } = await takingCards(world, slug);
  const customerId = await customerOf(world, visitor, account);
  const { url } = await world.payments.openCheckout(account, {
    purpose: 'account_credit',
    customerId,
    language,
    ...urls(world, visitor),
    metadata: { business: slug, memberId, invoiceId: world.chance.newId('invoice', at) },
    payment: { amount, currency: configuration.business.value.currency, label, savesCard: false },
    key: `checkout.${requestId}`,
  });
  return url;
}
