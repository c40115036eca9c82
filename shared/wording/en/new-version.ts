import type { NewVersionWords } from '../new-version-words.ts';

export const newVersion: NewVersionWords = {
  newPrice: (day) => `Your new price from ${day} on`,
  newTerms: (day) => `Your plan changes on ${day}`,
  newPriceAfterPause: 'Your new price after the pause',
  newTermsAfterPause: 'Your plan changes after the pause',
  priceInstead: (after, before) => `${after} instead of ${before}`,
  samePrice: (price) => `${price}, as now`,
  sameBenefits: 'What your membership includes stays the same.',
  untilThen: 'Until then nothing changes, and what you have keeps its own last day.',
  cancelBy: (day) =>
    `If you do not want this, you can cancel by ${day}. It costs nothing, and the new price is never charged.`,
  cancelBeforeBill:
    'If you do not want this, you can cancel before that bill. It costs nothing, and the new price is never charged.',
  cancel: 'Cancel instead',
  throughSalon: 'To cancel, please ask the salon.',
};
