import type { Language } from '../domain/business.ts';

/** When no answer came, or none of ours: the person cannot have done anything wrong. */
export const noAnswerSentence = {
  en: 'We could not reach the salon’s system. Nothing was lost – please check your connection and try again.',
  de: 'Wir konnten das System des Salons nicht erreichen. Es ist nichts verloren gegangen – bitte prüfen Sie Ihre Verbindung und versuchen Sie es noch einmal.',
} as const satisfies Record<Language, string>;

/** When the page itself failed. */
export const unexpectedSentence = {
  en: 'Something went wrong on this page. Please reload it; nothing you entered elsewhere was lost.',
  de: 'Auf dieser Seite ist etwas schiefgegangen. Bitte laden Sie sie neu; was Sie anderswo eingegeben haben, ist nicht verloren.',
} as const satisfies Record<Language, string>;
