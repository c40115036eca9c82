import type { EstimateMails } from './estimate-words.ts';
import { greetingEn as greeting } from './frame.en.ts';
import { receiptParts } from './receipt-parts.ts';

export const estimateEn: EstimateMails = {
  sent: (facts) => ({
    subject: facts.isNewer
      ? `A new version of your estimate from ${facts.business}`
      : `Your estimate from ${facts.business}`,
    greeting: greeting(facts),
    body: [
      facts.isNewer
        ? 'We have written a new version of your estimate. It replaces the one before.'
        : 'We have written an estimate for you.',
      ...(facts.paper === undefined
        ? [
            {
              rows: [
                { label: 'Estimate', value: facts.number },
                { label: 'Valid until', value: facts.validUntil },
                { label: 'Total', value: facts.total, strong: true as const },
              ],
            },
          ]
        : receiptParts(facts.paper)),
      facts.paper === undefined
        ? 'In the portal you see what it is for, and can accept or decline it. Nothing is charged by that: this is not an invoice.'
        : 'This is not an invoice; nothing is to be paid.',
    ],
    action: facts.paper === undefined ? 'Read and answer' : undefined,
    remarks: facts.paper === undefined ? [] : ['To accept or decline it, please call us or answer this e-mail.'],
    why: `You receive this e-mail because ${facts.business} has written an estimate for you.`,
  }),
  withdrawn: (facts) => ({
    subject: `Your estimate from ${facts.business} no longer holds`,
    greeting: greeting(facts),
    body: [
      `We have withdrawn estimate ${facts.number} for ${facts.total}, which you had accepted.`,
      'You do not have to pay anything for it.',
    ],
    action: facts.hasPortal ? 'See the estimate' : undefined,
    remarks: ['If this surprises you, please call us or answer this e-mail.'],
    why: `You receive this e-mail because you had accepted an estimate from ${facts.business}.`,
  }),
  answered: (facts) => ({
    subject: facts.kind === 'accepted' ? 'An estimate was accepted' : 'An estimate was declined',
    greeting: greeting(facts),
    body: [
      facts.kind === 'accepted'
        ? `Estimate ${facts.number} was accepted. You can turn it into an invoice now.`
        : `Estimate ${facts.number} was declined. It shows whether they said why.`,
    ],
    action: 'Open the estimate',
    remarks: ['For your client’s privacy, their name is not in this e-mail.'],
    why: `You receive this e-mail because it is the contact address of ${facts.business}.`,
  }),
};
