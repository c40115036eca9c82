import { type BillAfter, howPaidEn } from './bill-after.ts';
import { greetingEn as greeting } from './frame.en.ts';
import type { MailRow } from './mail-words.ts';
import type { PlanChangeMails } from './plan-change-words.ts';

const nextBill = (next: BillAfter | undefined): MailRow[] =>
  next === undefined
    ? []
    : [
        {
          label: 'Next bill',
          value: next.amount,
          detail: `${next.day}, ${howPaidEn(next)}`,
          strong: true,
        },
      ];

export const planChangeEn: PlanChangeMails = {
  changed: (facts) => ({
    subject: 'Your plan has changed',
    greeting: greeting(facts),
    body: [
      `Your membership changed from ${facts.from} to ${facts.to} on ${facts.firstDay}.`,
      {
        rows: [
          ...(facts.paid === undefined
            ? []
            : [{ label: 'Paid for it', value: facts.paid, detail: 'the receipt is in an e-mail of its own' }]),
          ...(facts.toAccountCredit === undefined
            ? []
            : [
                {
                  label: 'To your account credit',
                  value: facts.toAccountCredit,
                  detail: 'unused days of the plan before were worth more',
                },
              ]),
          ...nextBill(facts.next),
        ],
      },
      ...(facts.came.length === 0 ? [] : [{ heading: 'This came with it', lines: facts.came }]),
      'What you had before stays as it is, with its own last day.',
      ...(facts.committedUntil === undefined
        ? []
        : [`The plan is agreed at least until ${facts.committedUntil}. Until then, cancelling takes effect that day.`]),
    ],
    action: 'See your membership',
    remarks: [],
    why: `You receive this e-mail as the confirmation of the change of your plan at ${facts.business}. Please keep it.`,
  }),
  coming: (facts) => ({
    subject: `Your plan changes on ${facts.firstDay}`,
    greeting: greeting(facts),
    body: [
      `From ${facts.firstDay} on your plan is ${facts.to}. Until then everything stays as it is with ${facts.from}, and nothing is charged for the change.`,
      { rows: [{ label: 'New plan', value: facts.to }, ...nextBill(facts.next)] },
      facts.undo.portal
        ? 'You can take the change back until then.'
        : `You can take the change back until then: reply to this e-mail or reach us here: ${facts.undo.ways.join(' · ')}.`,
    ],
    action: facts.undo.portal ? 'See or take back the change' : 'See your membership',
    remarks: [],
    why: `You receive this e-mail as the confirmation of the change of your plan at ${facts.business}. Please keep it.`,
  }),
  declined: (facts) => ({
    subject: 'Your plan has not changed',
    greeting: greeting(facts),
    body: [
      `You wanted to change to ${facts.to}. The payment of ${facts.amount} did not go through, so nothing has changed: your plan is ${facts.from}, and nothing was charged.`,
      'You can try again at any time, or with another card.',
    ],
    action: 'See your membership',
    remarks: [],
    why: `You receive this e-mail because you asked for another plan at ${facts.business}, and the answer of your bank came later.`,
  }),
};
