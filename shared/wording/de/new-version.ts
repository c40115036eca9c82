import type { NewVersionWords } from '../new-version-words.ts';

export const newVersion: NewVersionWords = {
  newPrice: (day) => `Ihr neuer Preis ab ${day}`,
  newTerms: (day) => `Ihr Tarif ändert sich am ${day}`,
  newPriceAfterPause: 'Ihr neuer Preis nach der Pause',
  newTermsAfterPause: 'Ihr Tarif ändert sich nach der Pause',
  priceInstead: (after, before) => `${after} statt ${before}`,
  samePrice: (price) => `${price}, wie jetzt`,
  sameBenefits: 'Was Ihre Mitgliedschaft enthält, bleibt gleich.',
  untilThen: 'Bis dahin bleibt alles, wie es ist, und was Sie haben, behält seinen eigenen letzten Tag.',
  cancelBy: (day) =>
    `Wenn Sie das nicht möchten, können Sie bis zum ${day} kündigen. Das kostet nichts, und der neue Preis wird nie berechnet.`,
  cancelBeforeBill:
    'Wenn Sie das nicht möchten, können Sie vor dieser Rechnung kündigen. Das kostet nichts, und der neue Preis wird nie berechnet.',
  cancel: 'Stattdessen kündigen',
  throughSalon: 'Zum Kündigen wenden Sie sich bitte an den Salon.',
};
