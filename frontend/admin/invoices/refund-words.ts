import type { StaffInvoiceView } from '../../../shared/contract/billing-views.ts';
import type { Speech } from '../app/speech.ts';
import type { RefundEffect } from './refund.ts';

type Facts = Pick<StaffInvoiceView, 'kind' | 'takenBack' | 'total' | 'payment'>;
type Writes = Pick<Speech, 'words' | 'money' | 'allOf' | 'card'>;
type AmountOf = (kind: 'visits' | 'allowance', units: number, serviceIds: readonly string[]) => string;

/** How many visits of the payment were used; nothing where none came with it. */
export function usedWords(
  { usedUnits, unusedUnits }: Pick<StaffInvoiceView, 'usedUnits' | 'unusedUnits'>,
  { invoices }: Speech['words'],
): string {
  if (usedUnits > 0) return invoices.used(usedUnits, usedUnits + unusedUnits);
  return unusedUnits > 0 ? invoices.usedNone : '';
}

/** What a refund does, sentence by sentence: where the money goes, which credits go, what stays. */
export function effectSentences(invoice: Facts, effect: RefundEffect, speech: Writes, amountOf: AmountOf): string[] {
  const { words, money, allOf } = speech;
  const w = words.invoices;
  const write = (amount: number) => money({ amount, currency: invoice.total.currency });
  const toCredit = effect.amount - effect.outside;
  const credits = effect.takenBack.map(({ kind, units, serviceIds }) => amountOf(kind, units, serviceIds));
  return [
    ...(effect.outside > 0 ? [backWords(invoice, write(effect.outside), speech)] : []),
    ...(toCredit > 0 ? [w.backToCredit(write(toCredit))] : []),
    ...(invoice.kind === 'account_credit' ? [w.leavesCredit(write(effect.amount))] : []),
    ...(credits.length > 0 ? [w.creditsBack(allOf(credits))] : invoice.takenBack.length > 0 ? [w.creditsKept] : []),
    effect.keeps === 0 ? w.keepsNothing : w.keeps(write(effect.keeps)),
  ];
}

function backWords({ payment }: Facts, amount: string, { words, card }: Writes): string {
  const w = words.invoices;
  if (payment?.kind === 'card') return w.backToCard(amount, card(payment));
  const byTransfer = payment?.kind === 'desk' && payment.method === 'transfer';
  return byTransfer ? w.backByTransfer(amount) : w.backByHand(amount);
}
