import { howPaidEn } from './bill-after.ts';
import { greetingEn as greeting } from './frame.en.ts';
import type { MailPart, MailRow } from './mail-words.ts';
import type { AfterPause, CalledOffFacts, NewPlan, PauseFacts, PauseMails, PauseWays } from './pause-words.ts';

const longer = (given: PauseWays | undefined): string[] => {
  if (given === undefined) return [];
  const question = 'Would you rather pause longer, or come back today?';
  return given.portal
    ? [`${question} You can choose that now.`]
    : [`${question} Reply to this e-mail or reach us here: ${given.ways.join(' · ')}.`];
};

function newPlan(plan: NewPlan | undefined): MailRow[] {
  if (plan === undefined) return [];
  const { reason, name, day, price } = plan;
  const label = { requested: 'New plan', new_version: 'New version' }[reason];
  const from = day === undefined ? `from the first bill after the pause on, ${price}` : `from ${day}, ${price}`;
  return [{ label, value: name, detail: from }];
}

function nextBill(after: AfterPause | undefined): MailRow[] {
  switch (after?.kind) {
    case undefined:
      return [];
    case 'bill': {
      return [
        ...newPlan(after.newPlan),
        { label: 'Next bill', value: after.amount, detail: `${after.day}, ${howPaidEn(after)}`, strong: true },
      ];
    }
    case 'unknown':
      return [...newPlan(after.newPlan), { label: 'Next bill', value: 'none while you pause' }];
    case 'end':
      return [{ label: 'Next bill', value: 'none', detail: `your membership ends on ${after.lastDay}` }];
    default:
      return after satisfies never;
  }
}

function fee({ fee: costs }: PauseFacts): MailRow[] {
  if (costs === undefined) return [];
  const when = {
    included: 'included in the next bill',
    pause: 'once, with the bill after the pause',
    period: 'for each bill that the pause skips, with the bill after it',
  } as const;
  return [{ label: 'Pause fee', value: costs.amount, detail: when[costs.per] }];
}

const nothingCharged = ({ firstDay, lastDay, hasBegun }: PauseFacts): string => {
  const pauses = hasBegun ? 'is paused' : 'will be paused';
  return lastDay === undefined
    ? `Your membership ${pauses} from ${firstDay} on, without an agreed last day. Nothing is charged while it is.`
    : `Your membership ${pauses} from ${firstDay} to ${lastDay}, both days included. Nothing is charged on these days.`;
};

function credits({ credits: { rest, lines, before, given }, lastDay, restsOthers }: PauseFacts): (string | MailPart)[] {
  const others = restsOthers ? ['Discounts and what is always included rest during the pause.'] : [];
  const apart =
    given.length === 0
      ? []
      : [
          { heading: 'Not part of the membership: use it during the pause', lines: given },
          'This does not rest, and can be used while you pause.',
        ];
  const first =
    before.length === 0
      ? []
      : [
          { heading: 'Use before the pause', lines: before },
          'This expires before the pause begins, so it does not rest.',
        ];
  if (lines.length === 0) return [...first, ...apart, ...others];
  if (!rest) return [{ heading: 'You can still use', lines }, ...apart, ...others];
  const heading = 'What you have rests, and is not lost';
  const moves =
    lastDay === undefined
      ? 'You can use it again after the pause. Its last day moves by as many days as the pause lasts.'
      : 'You can use it again after the pause; its last day is later by the days of the pause.';
  return [...first, { heading, lines }, moves, ...apart, ...others];
}

const change = (given: PauseWays | undefined): string[] => {
  if (given === undefined) return [];
  const { ways, portal } = given;
  return [
    portal
      ? 'You can come back earlier or choose another last day at any time.'
      : `To come back earlier or to choose another last day, reply to this e-mail or reach us here: ${ways.join(' · ')}.`,
  ];
};

const action = (given: PauseWays | undefined) => (given?.portal ? { action: 'Change the pause' } : {});

function about(facts: PauseFacts): (string | MailPart)[] {
  const { plan, firstDay, lastDay, after, remindedOn } = facts;
  return [
    {
      rows: [
        { label: 'Membership', value: plan },
        { label: 'First day of the pause', value: firstDay },
        { label: 'Last day of the pause', value: lastDay ?? 'not agreed yet' },
        ...nextBill(after),
        ...fee(facts),
      ],
    },
    ...credits(facts),
    ...(remindedOn === undefined ? [] : [`We will remind you on ${remindedOn}, before the pause ends.`]),
    ...(lastDay === undefined
      ? ['When the pause ends, an e-mail tells you what is charged then, and on what day.']
      : []),
    ...change(facts.change),
  ];
}

const whyOff: Readonly<Record<CalledOffFacts['because'], (day: string, business: string) => string>> = {
  requested: (day) => `The pause that was to begin on ${day} is off. Your membership goes on as before.`,
  payment_open: (day) =>
    `The pause that was to begin on ${day} is off, because a payment is open. Once it is paid, you can agree on a new one.`,
  closure_undone: (day, business) =>
    `${business} stays open from ${day} on after all, so your membership does not pause then. It goes on as before.`,
  closure_payment_open: (day, business) =>
    `${business} is closed from ${day} on. Your membership does not rest on these days as long as a payment is open; if it is paid before, it does.`,
};

export const pauseEn: PauseMails = {
  agreed: (facts) => ({
    subject: facts.hasBegun ? 'Your membership is paused' : `Your membership pauses on ${facts.firstDay}`,
    greeting: greeting(facts),
    body: [
      ...(facts.closure
        ? [`${facts.business} is closed on these days, so your membership rests with us. You need not do anything.`]
        : []),
      nothingCharged(facts),
      ...about(facts),
    ],
    ...action(facts.change),
    remarks: [],
    why: `You receive this e-mail as the confirmation of the pause of your membership at ${facts.business}. Please keep it.`,
  }),
  changed: (facts) => ({
    subject: 'Your pause was changed',
    greeting: greeting(facts),
    body: ['Your pause was changed. This is how it stands now.', nothingCharged(facts), ...about(facts)],
    ...action(facts.change),
    remarks: [],
    why: `You receive this e-mail as the confirmation of the change of your pause at ${facts.business}. Please keep it.`,
  }),
  ending: (facts) => ({
    subject: `Your pause ends on ${facts.lastDay}`,
    greeting: greeting(facts),
    body: [
      `${facts.lastDay} is the last day of your pause. From ${facts.firstDayAfter} on you can use your membership again.`,
      {
        rows: [
          { label: 'Membership', value: facts.plan },
          ...nextBill(facts.after),
          ...(facts.includesFee === undefined
            ? []
            : [{ label: 'Pause fee', value: facts.includesFee, detail: 'included in the next bill' }]),
        ],
      },
      ...(facts.credits.length === 0 ? [] : [{ heading: 'Then you can use', lines: facts.credits }]),
      ...longer(facts.change),
    ],
    ...action(facts.change),
    remarks: [],
    why: `You receive this e-mail because we tell every member of ${facts.business} before a pause ends. It is required and part of your membership.`,
  }),
  resumed: (facts) => ({
    subject: 'Your membership is active again',
    greeting: greeting(facts),
    body: [
      'Your pause is over: from today on you can use your membership again.',
      {
        rows: [
          { label: 'Membership', value: facts.plan },
          ...nextBill(facts.after),
          ...(facts.includesFee === undefined
            ? []
            : [{ label: 'Pause fee', value: facts.includesFee, detail: 'included in the next bill' }]),
        ],
      },
      ...(facts.credits.length === 0 ? [] : [{ heading: 'You can use', lines: facts.credits }]),
    ],
    remarks: [],
    why: `You receive this e-mail as the confirmation that your pause at ${facts.business} is over.`,
  }),
  calledOff: (facts) => ({
    subject: 'Your pause will not begin',
    greeting: greeting(facts),
    body: [
      whyOff[facts.because](facts.firstDay, facts.business),
      { rows: [{ label: 'Membership', value: facts.plan }, ...nextBill(facts.after)] },
    ],
    remarks: [],
    why: `You receive this e-mail because a pause of your membership at ${facts.business} was agreed on and does not begin.`,
  }),
  review: (facts) => ({
    subject: 'A pause without an end: please look at it',
    greeting: greeting(facts),
    body: [
      `A membership has been paused since ${facts.since}, and no last day is agreed. Nothing is charged meanwhile.`,
      'Please ask whether it should go on: you can give it a last day, resume the membership, or leave it as it is. We ask again in 30 days.',
    ],
    action: 'Open the client',
    remarks: ['For their privacy, who it is is not in this e-mail.'],
    why: `You receive this e-mail because it is the contact address of ${facts.business}.`,
  }),
};
