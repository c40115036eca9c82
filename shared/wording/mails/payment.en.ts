import { greetingEn as greeting } from './frame.en.ts';
import type { MailPart } from './mail-words.ts';
import type { PaymentFacts, PaymentLinkFacts, PaymentMails } from './payment-words.ts';

const open = ({ amount, plan, since }: Pick<PaymentFacts, 'amount' | 'plan' | 'since'>): MailPart => ({
  rows: [
    { label: 'Amount due', value: amount, strong: true },
    { label: 'Membership', value: plan },
    { label: 'Due since', value: since },
  ],
});

const access = ({ restsFrom, hasBenefitsLeft }: PaymentFacts): string => {
  if (restsFrom === undefined) {
    return 'Your benefits are on hold until this payment is settled. New ones come with the payment.';
  }
  const comes = 'New benefits come as soon as this payment is settled.';
  return hasBenefitsLeft
    ? `${comes} What you have left can be used before ${restsFrom}; from then on it rests.`
    : comes;
};

const again = ({ nextTry }: PaymentFacts): string[] =>
  nextTry === undefined ? [] : [`We will try your card again on ${nextTry}. You need not wait for that.`];

const around = (facts: PaymentFacts | PaymentLinkFacts, business: string) => ({
  greeting: greeting(facts),
  remarks: [
    `You need no login for this. The link works until ${facts.until}; after that you can ask for a fresh one there.`,
    'It is only for you and lets you put a card on file and pay what is open, nothing else. Please do not pass this e-mail on.',
  ],
  why: `You receive this e-mail because a payment for your membership at ${business} is open. E-mails about open payments belong to the membership.`,
});

const pay = ({ amount }: Pick<PaymentFacts, 'amount'>): string => `Update your card and pay ${amount}`;

export const paymentEn: PaymentMails = {
  steps: {
    first: (facts) => ({
      subject: 'Your membership payment needs attention',
      body: [
        'The payment for your membership did not go through.',
        open(facts),
        facts.reason,
        ...again(facts),
        access(facts),
      ],
      action: pay(facts),
      ...around(facts, facts.business),
    }),
    reminder: (facts) => ({
      subject: 'Reminder: your membership payment is still open',
      body: [
        'The payment for your membership is still open.',
        open(facts),
        facts.reason,
        ...again(facts),
        access(facts),
      ],
      action: pay(facts),
      ...around(facts, facts.business),
    }),
    benefits_pause: (facts) => ({
      subject:
        facts.restsFrom === undefined ? 'Your benefits are on hold' : `Your benefits pause on ${facts.restsFrom}`,
      body: [access(facts), open(facts), facts.reason, ...again(facts)],
      action: pay(facts),
      ...around(facts, facts.business),
    }),
    on_hold: (facts) => ({
      subject: 'Your benefits are on hold',
      body: [access(facts), open(facts), facts.reason, ...again(facts)],
      action: pay(facts),
      ...around(facts, facts.business),
    }),
    final: (facts) => ({
      subject: 'Last reminder: your membership payment is open',
      body: [
        'This is our last reminder of a payment that is still open.',
        open(facts),
        facts.reason,
        `${access(facts)} If nothing is paid, the membership ends on ${facts.endsOn}.`,
      ],
      action: pay(facts),
      ...around(facts, facts.business),
    }),
  },
  link: (facts) => ({
    ...around(facts, facts.business),
    subject: `Your link to update your card at ${facts.business}`,
    body: facts.open
      ? ['With this link you can put a card on file.', open(facts.open), 'The open payment is then made at once.']
      : ['With this link you can put a card on file. Nothing is charged now.'],
    action: facts.open ? pay(facts.open) : 'Update your card',
    why: `You receive this e-mail because you, or ${facts.business} on your behalf, asked for this link.`,
  }),
};
