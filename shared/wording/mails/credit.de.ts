import type { CreditMails } from './credit-words.ts';
import { greetingDe as greeting } from './frame.de.ts';

export const creditDe: CreditMails = {
  expiring: ({ parts, ways, ...parties }) => ({
    subject: `Nutzbar bis ${parts[0].day}: eine Erinnerung`,
    greeting: greeting(parties),
    body: [
      'Sie haben bei uns noch etwas, das Sie nutzen können, und der letzte Tag ist nah.',
      ...parts.map(({ day, distance, what }) => ({
        heading: `Nutzbar bis ${day}, ${distance}`,
        lines: what,
      })),
      `Für einen Termin antworten Sie einfach auf diese E-Mail, oder erreichen Sie uns hier: ${ways.join(' · ')}.`,
    ],
    action: 'Ansehen, was Sie haben',
    remarks: ['Der genannte Tag zählt noch mit: Ein Termin an diesem Tag ist rechtzeitig.'],
    why: `Sie bekommen diese E-Mail, weil bei ${parties.business} bald etwas abläuft, das Ihnen gehört. Wir erinnern 14, 7 und 2 Tage vorher, höchstens mit einer E-Mail am Tag.`,
  }),
};
