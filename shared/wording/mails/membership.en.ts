import { greetingEn as greeting } from './frame.en.ts';
import type { CancelFacts, CancelledFacts, MembershipMails } from './membership-words.ts';

function cancel({ ways, portal, committedUntil }: CancelFacts): string {
  const online = portal === undefined ? '' : ` You can also cancel online: ${portal}`;
  const agreed =
    committedUntil === undefined ? '' : ` Your membership is agreed until ${committedUntil} at least and ends then.`;
  return `How to cancel: tell us before that day, by replying to this e-mail or here: ${ways.join(' · ')}.${agreed}${online}`;
}

function undo({ undo }: CancelledFacts): string[] {
  if (undo === undefined) return [];
  const how = undo.page === undefined ? 'by replying to this e-mail' : `here: ${undo.page}`;
  const next =
    undo.nextBill === undefined ? '' : ` The next bill is then ${undo.nextBill.amount} on ${undo.nextBill.day}.`;
  const pause = undo.pause === undefined ? '' : ` ${undo.pause}`;
  return [`Until that last day is over you can take the cancellation back, ${how}.${pause}${next}`];
}

export const membershipEn: MembershipMails = {
  renewalNotice: (facts) => ({
    subject:
      facts.trialUntil === undefined
        ? `Your membership renews on ${facts.day}`
        : `Your trial ends on ${facts.trialUntil}`,
    greeting: greeting(facts),
    body: [
      facts.trialUntil === undefined
        ? 'Your membership renews by itself. This is what will be charged, and when.'
        : 'After your trial the membership goes on by itself. This is the first bill: what will be charged, and when.',
      {
        rows: [
          { label: 'Amount', value: facts.total, detail: facts.tax && `includes ${facts.tax} tax`, strong: true },
          ...(facts.parts === undefined
            ? []
            : [
                { label: 'From your account credit', value: facts.parts.fromAccountCredit },
                { label: 'From your card', value: facts.parts.fromCard },
              ]),
          { label: 'Charged on', value: facts.day },
          { label: 'Card', value: facts.card ?? 'no card on file yet' },
          { label: 'Membership', value: facts.plan },
          { label: 'Pays for', value: facts.period },
        ],
      },
      cancel(facts.cancel),
    ],
    remarks: [],
    why: `You receive this e-mail because we announce such ${facts.trialUntil === undefined ? 'renewals' : 'first bills'} to every member of ${facts.business}. It is required and part of your membership.`,
  }),
  cardExpiring: (facts) => ({
    subject: 'Your card expires before your next bill',
    greeting: greeting(facts),
    body: [
      'The card on file expires before your next bill. With your new one, everything goes on as before.',
      {
        rows: [
          { label: 'Card', value: facts.card },
          { label: 'Valid until', value: facts.month },
          { label: 'Next bill', value: facts.day },
          { label: 'Amount', value: facts.amount },
          { label: 'Membership', value: facts.plan },
        ],
      },
    ],
    action: 'Update your card',
    remarks: [
      `Nothing is charged now. You need no login; the link works until ${facts.until}.`,
      'It is only for you and lets you put a card on file, nothing else. Please do not pass this e-mail on.',
    ],
    why: `You receive this e-mail because you pay your membership at ${facts.business} with this card.`,
  }),
  cardUpdated: (facts) => ({
    subject: 'Your card on file was changed',
    greeting: greeting(facts),
    body: [
      'From now on, this card pays for your membership:',
      {
        rows: [
          { label: 'Card', value: facts.card },
          { label: 'Changed', value: facts.at },
        ],
      },
      `If this was not you, please tell us at once: ${facts.ways.join(' · ')}.`,
    ],
    remarks: [],
    why: `You receive this e-mail for your security, whenever the card for your membership at ${facts.business} changes.`,
  }),
  cancelled: (facts) => ({
    subject: facts.isOver ? 'Your membership has ended' : 'Your membership is cancelled',
    greeting: greeting(facts),
    body: [
      'This confirms that your membership is cancelled.',
      ...(facts.because === undefined ? [] : ['It has ended because a payment stayed open.']),
      { rows: facts.rows },
      { heading: facts.left.heading, lines: facts.left.lines },
      ...undo(facts),
      `Should you want to come back, reply to this e-mail or look here: ${facts.portal}`,
    ],
    remarks: [],
    why: `You receive this e-mail as the confirmation of the cancellation. Please keep it.`,
  }),
  goesOn: (facts) => ({
    subject: 'Your membership goes on',
    greeting: greeting(facts),
    body: [
      'The cancellation was taken back. Your membership goes on.',
      {
        rows: [
          { label: 'Membership', value: facts.plan },
          ...(facts.pause === undefined ? [] : [{ label: 'Pause', value: facts.pause }]),
          ...(facts.nextBill === undefined
            ? []
            : [{ label: 'Next bill', value: facts.nextBill.amount, detail: facts.nextBill.day }]),
        ],
      },
      ...(facts.staysOff === undefined ? [] : [facts.staysOff]),
      cancel(facts.cancel),
    ],
    remarks: [],
    why: 'You receive this e-mail because a cancellation was taken back. If that was not you, please tell us at once.',
  }),
};
