import type { Tongue } from './words.ts';

const names: Readonly<Record<string, string>> = {
  visa: 'Visa',
  mastercard: 'Mastercard',
  amex: 'American Express',
  discover: 'Discover',
  diners: 'Diners Club',
  jcb: 'JCB',
  unionpay: 'UnionPay',
  cartes_bancaires: 'Cartes Bancaires',
};

/**
 * A card as people know theirs: “Visa •••• 4242”. A brand that nobody would recognise is “Card” in the reader’s language,
 * or left out where no language is given.
 */
export const cardInWords = (
  { brand, last4 }: { readonly brand: string; readonly last4: string },
  tongue?: Tongue,
): string => `${names[brand] ?? tongue?.words.invoices.card ?? ''} •••• ${last4}`.trim();

/** The last month of a card as it is printed there: “08/27”. */
export const cardMonth = ({ expMonth, expYear }: { readonly expMonth: number; readonly expYear: number }): string =>
  `${String(expMonth).padStart(2, '0')}/${String(expYear % 100).padStart(2, '0')}`;
