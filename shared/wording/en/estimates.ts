import type { EstimateWords } from '../estimate-words.ts';

export const estimates: EstimateWords = {
  title: (number) => `Estimate ${number}`,
  subject: 'Subject',
  notAnInvoice: 'This is not an invoice.',
  stateSentence: {
    open: ({ validUntil }) => `Valid until ${validUntil}.`,
    accepted: ({ on }) => `Accepted on ${on}.`,
    declined: ({ on }) => `Declined on ${on}.`,
    expired: ({ validUntil }) => `It was valid until ${validUntil}.`,
    withdrawn: () => 'The salon has withdrawn it.',
    replaced: () => 'A new version has replaced it.',
    invoiced: () => 'There is an invoice for it.',
  },
  validUntil: 'Valid until',
  acceptedOn: 'Accepted on',
  declinedOn: 'Declined on',
  remark: 'Note',
  agreedTo: 'What you agreed to',
  consent: ({ number, total, business }) =>
    `I accept estimate ${number} from ${business} for ${total} in total and agree to pay this amount.`,

  tab: 'Estimates',
  none: 'There are no estimates.',
  toList: 'All estimates',
  toPayments: 'Estimates and payments',
  ofDay: (day) => `Estimate of ${day}`,
  state: {
    open: 'Awaits your answer',
    accepted: 'Accepted',
    declined: 'Declined',
    expired: 'No longer valid',
    withdrawn: 'Withdrawn',
    replaced: 'Replaced',
    invoiced: 'Invoiced',
  },
  until: (day) => `until ${day}`,
  next: {
    open: ({ validUntil }) =>
      `You can accept or decline it until ${validUntil}. Nothing is charged when you accept: the salon sends you an invoice for this amount.`,
    accepted: ({ on }) =>
      `You accepted it on ${on}. Next, the salon sends you the invoice; until then nothing is to be paid.`,
    declined: ({ on }) => `You declined it on ${on}. If you change your mind, please ask the salon for a new one.`,
    expired: ({ validUntil }) =>
      `It was valid until ${validUntil}. If you still want it, please ask the salon for a new one.`,
    withdrawn: () => 'The salon has withdrawn it. There is nothing for you to do or to pay.',
    replaced: () => 'The salon has written a new version, which counts instead of this one.',
    invoiced: () => 'There is an invoice for it. On that page you see whether it is paid, and how to pay.',
  },
  newer: 'See the new version',
  toInvoice: 'See the invoice',

  accept: 'Accept',
  acceptTitle: (total) => `Accept for ${total}?`,
  whatFollows: 'Nothing is charged now. The salon sends you an invoice for this amount.',
  consentMissing: 'Please read this and tick the box to go on.',
  acceptFor: (total) => `Accept for ${total}`,
  accepted: 'Thank you. The salon has your answer; nothing was charged.',
  decline: 'Decline',
  declineTitle: 'Decline this estimate?',
  declineText: 'The salon is told. If you change your mind, please ask for a new one.',
  reason: 'Why? (optional)',
  declineNow: 'Decline',
  declined: 'The salon has your answer.',
  goBack: 'Go back',
};
