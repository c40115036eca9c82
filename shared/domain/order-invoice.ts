import { type AttemptTrigger, amountDue, type Invoice, type Payment } from './invoice.ts';
import { refuseUnless } from './refusal.ts';
import type { LocalDate } from './time.ts';

/**
 * An invoice of no membership, paid in full: nothing renews by it and nothing is collected by a schedule. `at` is
 * milliseconds since 1970. Refuses `not_an_open_invoice`.
 */
export function payOrder(
  invoice: Invoice,
  payment: Payment,
  trigger: AttemptTrigger,
  { at, today }: { readonly at: number; readonly today: LocalDate },
): Invoice {
  refuseUnless(invoice.state === 'open', 'not_an_open_invoice');
  const attempt = { n: invoice.attempts.length + 1, at, trigger, amount: amountDue(invoice) };
  const intent = payment.kind === 'card' ? { paymentIntentId: payment.paymentIntentId } : {};
  return {
    ...invoice,
    state: 'paid',
    paidAt: at,
    paidOn: today,
    payment,
    attempts: [...invoice.attempts, { ...attempt, outcome: 'succeeded', ...intent }],
  };
}

/** Nothing is owed any more. Refuses `not_an_open_invoice`. */
export function voidOrder(invoice: Invoice): Invoice {
  refuseUnless(invoice.state === 'open', 'not_an_open_invoice');
  return { ...invoice, state: 'void' };
}
