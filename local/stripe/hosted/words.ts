import type { CardField, Wrong } from './card-form.ts';

/** Every text of the hosted pages in one language. */
export interface Words {
  readonly language: 'en' | 'de';
  readonly simulated: string;
  readonly saveCard: string;
  readonly pay: (amount: string) => string;
  readonly back: (business: string) => string;
  readonly details: string;
  readonly fields: Readonly<Record<CardField, string>>;
  readonly wrong: Readonly<Record<Wrong, string>>;
  readonly declined: (code: string | undefined) => string;
  readonly testCards: string;
  readonly testCardsHint: string;
  readonly complete: string;
  readonly expired: string;
  readonly confirmTitle: string;
  readonly confirmText: string;
  readonly confirm: string;
  readonly refuse: string;
}

const declinesEn: Readonly<Record<string, string>> = {
  insufficient_funds: 'The card has insufficient funds. Try another card.',
  expired_card: 'The card has expired. Try another card.',
  processing_error: 'The card could not be processed just now. Try again, or try another card.',
  authentication_failure: 'Your bank could not confirm that it is you. Try again, or try another card.',
};

const declinesDe: Readonly<Record<string, string>> = {
  insufficient_funds: 'Die Karte ist nicht ausreichend gedeckt. Versuchen Sie eine andere Karte.',
  expired_card: 'Die Karte ist abgelaufen. Versuchen Sie eine andere Karte.',
  processing_error: 'Die Karte konnte gerade nicht verarbeitet werden. Versuchen Sie es erneut oder mit einer anderen.',
  authentication_failure:
    'Ihre Bank konnte Sie nicht bestätigen. Versuchen Sie es erneut oder mit einer anderen Karte.',
};

const en: Words = {
  language: 'en',
  simulated: 'A simulated card page. No money moves, and only the test cards below work.',
  saveCard: 'Save your card',
  pay: (amount) => `Pay ${amount}`,
  back: (business) => `Back to ${business}`,
  details: 'Card details',
  fields: {
    email: 'Email',
    number: 'Card number',
    expiry: 'Expiry (MM / YY)',
    cvc: 'Security code (CVC)',
    name: 'Name on card',
  },
  wrong: {
    number: 'This is not a card number. Check the digits.',
    unknown_number: 'Only the test cards below work here.',
    expiry: 'Enter month and year, such as 12 / 34.',
    past: 'This date is in the past.',
    cvc: 'Enter the three digits from the back of the card.',
    name: 'Enter the name as it is on the card.',
    email: 'Enter an email address, such as name@example.com.',
  },
  declined: (code = '') => declinesEn[code] ?? 'The card was declined. Try another card.',
  testCards: 'Test cards',
  testCardsHint: 'Choose one to fill in the form.',
  complete: 'This page has done its work. You can close it.',
  expired: 'This page has expired. Go back and start again.',
  confirmTitle: 'Your bank asks: is it you?',
  confirmText: 'Confirm it here as you would in your banking app (3-D Secure).',
  confirm: 'Complete',
  refuse: 'Fail',
};

const de: Words = {
  language: 'de',
  simulated: 'Eine simulierte Kartenseite. Es fließt kein Geld, und nur die Testkarten unten funktionieren.',
  saveCard: 'Karte speichern',
  pay: (amount) => `${amount} bezahlen`,
  back: (business) => `Zurück zu ${business}`,
  details: 'Kartendaten',
  fields: {
    email: 'E-Mail',
    number: 'Kartennummer',
    expiry: 'Gültig bis (MM / JJ)',
    cvc: 'Prüfziffer (CVC)',
    name: 'Name auf der Karte',
  },
  wrong: {
    number: 'Das ist keine Kartennummer. Prüfen Sie die Ziffern.',
    unknown_number: 'Hier funktionieren nur die Testkarten unten.',
    expiry: 'Geben Sie Monat und Jahr ein, zum Beispiel 12 / 34.',
    past: 'Dieses Datum ist vorbei.',
    cvc: 'Geben Sie die drei Ziffern von der Rückseite der Karte ein.',
    name: 'Geben Sie den Namen ein, wie er auf der Karte steht.',
    email: 'Geben Sie eine E-Mail-Adresse ein, zum Beispiel name@example.com.',
  },
  declined: (code = '') => declinesDe[code] ?? 'Die Karte wurde abgelehnt. Versuchen Sie eine andere Karte.',
  testCards: 'Testkarten',
  testCardsHint: 'Eine Wahl füllt das Formular aus.',
  complete: 'Diese Seite hat ihren Zweck erfüllt. Sie können sie schließen.',
  expired: 'Diese Seite ist abgelaufen. Gehen Sie zurück und beginnen Sie neu.',
  confirmTitle: 'Ihre Bank fragt: Sind Sie es?',
  confirmText: 'Bestätigen Sie es hier wie in Ihrer Banking-App (3-D Secure).',
  confirm: 'Bestätigen',
  refuse: 'Ablehnen',
};

/** The words for a session's `locale`; `auto` and none follow the browser. */
export function wordsFor(locale: string | null, acceptLanguage: string | undefined): Words {
  const wanted = locale === null || locale === 'auto' ? (acceptLanguage ?? 'en') : locale;
  return wanted.trim().toLowerCase().startsWith('de') ? de : en;
}

/** An amount in minor units as people write it. */
export function money(amount: number, currency: string, language: string): string {
  const format = new Intl.NumberFormat(language, { style: 'currency', currency });
  return format.format(amount / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2));
}
