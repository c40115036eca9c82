import type { CardView } from '../contract/billing-views.ts';
import type { UpcomingCharge } from '../contract/views.ts';
import type { PaymentMode } from '../domain/membership.ts';
import { cardInWords } from './describe-card.ts';
import { formatMoney } from './format.ts';
import type { Tongue } from './words.ts';

/**
 * The next charge exactly as it will be made (000-007): the bill, its tax, what account credit covers, and what the card
 * or the salon gets. What would say the same amount twice is left out.
 */
export function upcomingInWords(
  upcoming: UpcomingCharge,
  paidBy: { readonly mode: PaymentMode; readonly card: Pick<CardView, 'brand' | 'last4'> | undefined },
  tongue: Tongue,
): string[] {
  const { upcoming: words } = tongue.words.billing;
  const { total, tax, fromAccountCredit, amount } = upcoming;
  const money = (value: UpcomingCharge['total']) => formatMoney(value, tongue.locale);
  const usesCredit = fromAccountCredit.amount > 0;
  return [
    ...(usesCredit && amount.amount > 0 ? [words.total(money(total))] : []),
    ...payersInWords(upcoming, paidBy, tongue),
    ...(tax.amount > 0 ? [words.includingTax(money(tax), usesCredit ? money(total) : undefined)] : []),
  ];
}

/** Who pays it: account credit, as far as it reaches, then the card or the client at the salon. */
export function payersInWords(
  { total, fromAccountCredit, amount }: Pick<UpcomingCharge, 'total' | 'fromAccountCredit' | 'amount'>,
  paidBy: Parameters<typeof upcomingInWords>[1],
  tongue: Tongue,
): string[] {
  const { upcoming: words } = tongue.words.billing;
  const money = (value: UpcomingCharge['total']) => formatMoney(value, tongue.locale);
  const usesCredit = fromAccountCredit.amount > 0;
  if (usesCredit && amount.amount === 0) return [words.allFromCredit(money(total))];
  return [...(usesCredit ? [words.fromCredit(money(fromAccountCredit))] : []), lastPart(money(amount), paidBy, tongue)];
}

function lastPart(amount: string, { mode, card }: Parameters<typeof upcomingInWords>[1], tongue: Tongue): string {
  const { billing } = tongue.words;
  if (mode === 'at_the_desk') return billing.upcoming.atSalon(amount);
  return card === undefined
    ? billing.upcoming.onNoCard(amount)
    : billing.upcoming.onCard(amount, cardInWords(card, tongue));
}
