import type { Money } from '../domain/money.ts';
import type { PlanTerms } from '../domain/plan.ts';
import type { TaxRule } from '../domain/tax.ts';
import { formatPrice, percentOf } from './format.ts';
import type { Tongue } from './words.ts';

/** An amount as it is offered, with what the tax does to it: “$25 plus tax”, “€25 incl. VAT”. Of nothing there is no tax. */
export function amountInWords(amount: Money, tax: TaxRule | undefined, { locale, words }: Tongue): string {
  return withTaxInWords(formatPrice(amount, locale), amount, tax, words);
}

/** A price that is written already, with what the tax does to it. */
export const withTaxInWords = (
  written: string,
  { amount }: Money,
  tax: TaxRule | undefined,
  { plans }: Tongue['words'],
): string => (tax === undefined || amount === 0 ? written : plans.withTax[tax.mode](written, tax.name));

/** What a period costs, in one breath: “$89 a month plus tax”, “€89 a month incl. VAT”. */
export function priceInWords(
  { price, interval }: Pick<PlanTerms, 'price' | 'interval'>,
  tax: TaxRule | undefined,
  { locale, words }: Tongue,
): string {
  return withTaxInWords(words.plans.pricePer(formatPrice(price, locale), interval), price, tax, words);
}

/** The same as a sentence, with the amount that is paid in the end: “You pay $92.99 every month: $88.99 plus tax (…).” */
export function youPayInWords(
  { price, interval }: Pick<PlanTerms, 'price' | 'interval'>,
  { gross, tax }: { readonly gross: number; readonly tax?: TaxRule | undefined },
  tongue: Tongue,
): string {
  const { plans, invoices } = tongue.words;
  const said = (amount: number) => formatPrice({ ...price, amount }, tongue.locale);
  if (tax === undefined || price.amount === 0) return plans.youPay(said(gross), interval);
  const named = invoices.tax(tax.name, percentOf(tax.basisPoints, tongue.locale));
  return plans.youPayTaxed[tax.mode](said(gross), interval, said(price.amount), named);
}
