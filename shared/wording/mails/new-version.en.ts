import { greetingEn as greeting } from './frame.en.ts';
import type { NewVersionFacts, NewVersionMails } from './new-version-words.ts';

const lead: Readonly<Record<NewVersionFacts['price'], (day: string, business: string) => string>> = {
  more: (day, business) =>
    `${business} changes the price of your membership. It holds for you from your bill on ${day} on.`,
  less: (day, business) =>
    `Your membership at ${business} costs less. The new price holds for you from your bill on ${day} on.`,
  same: (day, business) =>
    `${business} changes what your membership includes. This holds for you from your bill on ${day} on. The price stays the same.`,
};

export const newVersionEn: NewVersionMails = {
  coming: (facts) => ({
    subject:
      facts.price === 'same'
        ? `Your membership changes on ${facts.firstDay}`
        : `The new price of your membership from ${facts.firstDay} on`,
    greeting: greeting(facts),
    body: [
      lead[facts.price](facts.firstDay, facts.business),
      {
        rows: [
          { label: 'Membership', value: facts.plan },
          ...(facts.price === 'same'
            ? [{ label: 'Price', value: facts.after }]
            : [
                { label: 'Price until then', value: facts.before },
                { label: 'New price', value: facts.after, strong: true as const },
              ]),
          {
            label: facts.price === 'same' ? 'First bill after the change' : 'First bill at the new price',
            value: facts.firstBill,
            detail: `${facts.firstDay}, ${facts.card === undefined ? 'paid at the salon' : `charged to ${facts.card}`}`,
          },
        ],
      },
      ...(facts.different.length === 0
        ? ['What the membership includes stays the same.']
        : [{ heading: 'What is different', lines: facts.different }]),
      'Until then nothing changes. What you have and have not used keeps its own last day.',
      `If you do not want to go on like this, you can cancel by ${facts.lastDayBefore}. That costs nothing, and the bill on ${facts.firstDay} never comes.`,
      facts.cancel.portal === undefined
        ? `To cancel, reply to this e-mail or reach us here: ${facts.cancel.ways.join(' · ')}.`
        : `To cancel, open this page: ${facts.cancel.portal}`,
    ],
    action: 'See what changes',
    remarks: [],
    why: `You receive this e-mail because we tell every member of ${facts.business} before a price or what is included changes. It is required and part of your membership.`,
  }),
  off: (facts) => ({
    subject: 'Your membership stays as it is',
    greeting: greeting(facts),
    body: [
      'We wrote to you about a change of your membership. It does not take place: your price stays the same, and so does what is included.',
      {
        rows: [
          { label: 'Membership', value: facts.plan },
          { label: 'Price', value: facts.price, strong: true },
          ...(facts.next === undefined
            ? []
            : [{ label: 'Next bill', value: facts.next.amount, detail: facts.next.day }]),
        ],
      },
      'There is nothing for you to do.',
    ],
    action: 'See your membership',
    remarks: [],
    why: `You receive this e-mail because ${facts.business} had announced a change of your membership.`,
  }),
};
