import * as z from 'zod/mini';
import { Language } from '../../domain/business.ts';
import { PlanId } from '../../domain/ids.ts';
import { InvoiceLine } from '../../domain/invoice.ts';
import { LinkToken } from '../../domain/link.ts';
import { Money } from '../../domain/money.ts';
import { ShownStatus } from '../../domain/standing.ts';
import { Email, Line, Phone } from '../../domain/text.ts';
import { LocalDate } from '../../domain/time.ts';
import { HostedPage, PaymentResult } from '../billing-views.ts';
import type { Operations } from '../operation.ts';
import { PlanView, ServiceView } from '../views.ts';

const Nothing = z.strictObject({});

/** The provider's name for a hosted page, as it comes back in the address. */
export const CheckoutSessionId = z.string().check(z.regex(/^cs_\w{10,120}$/));

/** Money without a session: joining online, the link in a mail, coming back from the provider’s page. */
export const checkoutOperations = {
  previewEnrolment: {
    summary: 'What joining a plan online costs today and later, exactly, with what is agreed to',
    method: 'GET',
    path: '/{business}/public/plans/{planId}/enrolment',
    audience: 'public',
    reply: z.strictObject({
      today: LocalDate,
      plan: PlanView,
      services: z.array(ServiceView),
      lines: z.array(InvoiceLine),
      dueNow: Money,
      /** The first bill after joining: the day and the amount. */
      nextBill: z.optional(z.strictObject({ on: LocalDate, amount: Money })),
      /** The day of the last bill of a fixed term. */
      lastBill: z.optional(LocalDate),
      /** Names the words that are agreed to; sent back with the consent. */
      termsVersion: z.string(),
    }),
    refusals: ['not_found', 'plan_not_offered', 'payments_not_connected'],
    needs: ['table:read'],
    errorImpact: 'nobody can join online',
  },
  startEnrolment: {
    summary: 'Keeps what a visitor entered and agreed to, and opens the provider’s page to pay',
    method: 'POST',
    path: '/{business}/public/enrolments',
    audience: 'public',
    body: z.strictObject({
      planId: PlanId,
      firstName: Line(60),
      lastName: Line(60),
      email: Email,
      phone: z.optional(Phone),
      language: Language,
      /** The box that nobody ticks for them; proof is kept (rule 13). */
      consent: z.strictObject({ agreed: z.literal(true), termsVersion: z.string().check(z.maxLength(100)) }),
    }),
    reply: HostedPage,
    status: 201,
    refusals: ['not_found', 'plan_not_offered', 'payments_not_connected', 'terms_changed'],
    needs: ['table:read', 'table:write', 'payments:use'],
    errorImpact: 'nobody can join online',
  },
  startLinkCheckout: {
    summary: 'Opens the provider’s page for the link in a payment mail; needs no login (000-020)',
    method: 'POST',
    path: '/{business}/public/link/checkout',
    audience: 'public',
    body: z.strictObject({ token: LinkToken }),
    reply: HostedPage,
    refusals: [
      'not_found',
      'link_not_valid',
      'link_expired',
      'link_used',
      'payments_not_connected',
      'too_many_requests',
    ],
    needs: ['table:read', 'table:write', 'payments:use'],
    errorImpact: 'members cannot fix a failing card from the mail; signing in still works',
  },
  completeCheckout: {
    summary: 'Asks the provider what became of its page and does what follows, once; the webhook does the same',
    method: 'POST',
    path: '/{business}/public/checkout',
    audience: 'public',
    body: z.strictObject({ sessionId: CheckoutSessionId }),
    reply: z.strictObject({
      purpose: z.enum(['card_update', 'enrolment', 'payment', 'account_credit']),
      card: z.optional(z.strictObject({ brand: z.string(), last4: z.string() })),
      /** What became of the money; `nothing_due` when only a card was saved. */
      payment: PaymentResult,
      amount: z.optional(Money),
      plan: z.optional(z.string()),
      status: z.optional(ShownStatus),
    }),
    refusals: ['not_found', 'checkout_not_finished', 'already_enrolled'],
    needs: ['table:read', 'table:write', 'payments:use'],
    errorImpact: 'members do not see at once that a payment went through; the webhook still completes it',
  },
  unsubscribe: {
    summary: 'Ends one kind of mail with one click, without a login (RFC 8058)',
    method: 'POST',
    path: '/{business}/public/unsubscribe/{unsubscribeToken}',
    audience: 'public',
    reply: Nothing,
    refusals: ['not_found'],
    needs: ['table:read', 'table:write'],
    errorImpact: 'people cannot end mails by one click',
  },
} as const satisfies Operations;
