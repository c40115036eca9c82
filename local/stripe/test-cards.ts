import type { CardBehind } from './books.ts';
import type { DeclineCode } from './declines.ts';

/** What the bank says: yes, yes once the cardholder has confirmed, or no. */
export type Verdict = 'succeeds' | 'authenticates' | DeclineCode;

/** When it is asked: the card is saved, its holder pays, or it is charged later in the holder's absence. */
export type Occasion = 'saving' | 'paying' | 'later';

/** A card number with a fixed behaviour. */
export interface TestCard extends Readonly<Record<Occasion, Verdict>> {
  readonly number: string;
  readonly brand: 'visa' | 'mastercard';
  /** What it shows, for the list on the card page. */
  readonly title: Readonly<Record<'en' | 'de', string>>;
  /** The payment method by which a test attaches or charges it without a page, as in Stripe's test mode. */
  readonly alias: string;
  /** Needs no further authentication once it was set up for later use. */
  readonly trustsSetUp?: true;
  readonly disputed?: true;
  /** The charge happens; so many answers to the request get lost. */
  readonly lostAnswers?: number;
}

const always = (verdict: Verdict) => ({ saving: verdict, paying: verdict, later: verdict });
const saved = (verdict: DeclineCode) => ({ ...always(verdict), saving: 'succeeds' as const });

/** Stripe's own test numbers, then those that only this simulator knows (4000 0099 9000 …). */
export const testCards: readonly TestCard[] = [
  {
    number: '4242424242424242',
    brand: 'visa',
    title: { en: 'Works', de: 'Funktioniert' },
    alias: 'pm_card_visa',
    ...always('succeeds'),
  },
  {
    number: '5555555555554444',
    brand: 'mastercard',
    title: { en: 'Works (Mastercard)', de: 'Funktioniert (Mastercard)' },
    alias: 'pm_card_mastercard',
    ...always('succeeds'),
  },
  {
    number: '4000002500003155',
    brand: 'visa',
    title: { en: 'Asks for confirmation once', de: 'Fragt einmal nach Bestätigung' },
    alias: 'pm_card_authenticationRequiredOnSetup',
    trustsSetUp: true,
    ...always('authenticates'),
    later: 'authentication_required',
  },
  {
    number: '4000002760003184',
    brand: 'visa',
    title: { en: 'Asks for confirmation every time', de: 'Fragt jedes Mal nach Bestätigung' },
    alias: 'pm_card_authenticationRequired',
    ...always('authenticates'),
    later: 'authentication_required',
  },
  {
    number: '4000000000000341',
    brand: 'visa',
    title: { en: 'Can be saved, declines when charged', de: 'Lässt sich speichern, wird beim Abbuchen abgelehnt' },
    alias: 'pm_card_chargeCustomerFail',
    ...saved('generic_decline'),
  },
  {
    number: '4000000000000002',
    brand: 'visa',
    title: { en: 'Declined', de: 'Wird abgelehnt' },
    alias: 'pm_card_visa_chargeDeclined',
    ...always('generic_decline'),
  },
  {
    number: '4000000000009995',
    brand: 'visa',
    title: { en: 'Insufficient funds', de: 'Nicht gedeckt' },
    alias: 'pm_card_visa_chargeDeclinedInsufficientFunds',
    ...always('insufficient_funds'),
  },
  {
    number: '4000000000009987',
    brand: 'visa',
    title: { en: 'Lost card', de: 'Verloren gemeldet' },
    alias: 'pm_card_visa_chargeDeclinedLostCard',
    ...always('lost_card'),
  },
  {
    number: '4000000000000069',
    brand: 'visa',
    title: { en: 'Expired card', de: 'Abgelaufen' },
    alias: 'pm_card_chargeDeclinedExpiredCard',
    ...always('expired_card'),
  },
  {
    number: '4000000000000119',
    brand: 'visa',
    title: { en: 'Processing error', de: 'Fehler bei der Verarbeitung' },
    alias: 'pm_card_chargeDeclinedProcessingError',
    ...always('processing_error'),
  },
  {
    number: '4000000000000259',
    brand: 'visa',
    title: { en: 'Works, then disputed', de: 'Funktioniert, wird dann bestritten' },
    alias: 'pm_card_createDispute',
    disputed: true,
    ...always('succeeds'),
  },
  {
    number: '4000009990000013',
    brand: 'visa',
    title: {
      en: 'Works, but the answer to a later charge gets lost',
      de: 'Funktioniert, aber die Antwort auf eine spätere Abbuchung geht verloren',
    },
    alias: 'pm_card_answerLost',
    // The client itself repeats a call whose connection breaks; only the third request gets its answer.
    lostAnswers: 2,
    ...always('succeeds'),
  },
  {
    number: '4000009990000021',
    brand: 'visa',
    title: { en: 'Can be saved, then insufficient funds', de: 'Lässt sich speichern, ist dann nicht gedeckt' },
    alias: 'pm_card_savedInsufficientFunds',
    ...saved('insufficient_funds'),
  },
  {
    number: '4000009990000039',
    brand: 'visa',
    title: { en: 'Can be saved, then reported lost', de: 'Lässt sich speichern, wird dann verloren gemeldet' },
    alias: 'pm_card_savedLostCard',
    ...saved('lost_card'),
  },
  {
    number: '4000009990000047',
    brand: 'visa',
    title: { en: 'Can be saved, then processing error', de: 'Lässt sich speichern, dann Fehler bei der Verarbeitung' },
    alias: 'pm_card_savedProcessingError',
    ...saved('processing_error'),
  },
];

const byNumber = new Map(testCards.map((card) => [card.number, card]));
const byAlias = new Map(testCards.map((card) => [card.alias, card]));

export const testCardByNumber = (number: string): TestCard | undefined => byNumber.get(number);
export const testCardByAlias = (alias: string): TestCard | undefined => byAlias.get(alias);

/** What the bank says to a card on an occasion; `now` in milliseconds. A card is good until its month has ended. */
export function verdict(
  behind: CardBehind,
  expiry: { readonly exp_month: number; readonly exp_year: number },
  occasion: Occasion,
  now: number,
): Verdict {
  const card = byNumber.get(behind.number);
  if (card === undefined) throw new Error('A saved card has a number that is no test card.');
  if (now >= Date.UTC(expiry.exp_year, expiry.exp_month, 1)) return 'expired_card';
  return card.trustsSetUp === true && behind.setUp ? 'succeeds' : card[occasion];
}
