import type { CreditMails } from './credit-words.ts';
import { greetingEn as greeting } from './frame.en.ts';

export const creditEn: CreditMails = {
  expiring: ({ parts, ways, ...parties }) => ({
    // What it is stays out of the subject (rule M6).
    subject: `Use by ${parts[0].day}: a reminder`,
    greeting: greeting(parties),
    body: [
      'You still have something with us that you can use, and its last day is near.',
      ...parts.map(({ day, distance, what }) => ({
        heading: `Use by ${day}, ${distance}`,
        lines: what,
      })),
      `For an appointment, reply to this e-mail or reach us here: ${ways.join(' · ')}.`,
    ],
    action: 'See what you have',
    remarks: ['The day shown still counts. An appointment on that day is in time.'],
    why: `You receive this e-mail because you have something at ${parties.business} that expires soon. We remind you 14, 7 and 2 days before, in one e-mail a day at most.`,
  }),
};
