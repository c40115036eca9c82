import { howPaidDe } from './bill-after.ts';
import { greetingDe as greeting } from './frame.de.ts';
import type { MailPart, MailRow } from './mail-words.ts';
import type { AfterPause, CalledOffFacts, NewPlan, PauseFacts, PauseMails, PauseWays } from './pause-words.ts';

const longer = (given: PauseWays | undefined): string[] => {
  if (given === undefined) return [];
  const question = 'Möchten Sie länger pausieren oder schon heute zurückkommen?';
  return given.portal
    ? [`${question} Das können Sie jetzt wählen.`]
    : [`${question} Antworten Sie auf diese E-Mail oder melden Sie sich hier: ${given.ways.join(' · ')}.`];
};

function newPlan(plan: NewPlan | undefined): MailRow[] {
  if (plan === undefined) return [];
  const { reason, name, day, price } = plan;
  const label = { requested: 'Neuer Tarif', new_version: 'Neue Fassung' }[reason];
  const from = day === undefined ? `ab der ersten Rechnung nach der Pause, ${price}` : `ab ${day}, ${price}`;
  return [{ label, value: name, detail: from }];
}

function nextBill(after: AfterPause | undefined): MailRow[] {
  switch (after?.kind) {
    case undefined:
      return [];
    case 'bill': {
      return [
        ...newPlan(after.newPlan),
        { label: 'Nächste Rechnung', value: after.amount, detail: `${after.day}, ${howPaidDe(after)}`, strong: true },
      ];
    }
    case 'unknown':
      return [...newPlan(after.newPlan), { label: 'Nächste Rechnung', value: 'keine, solange Sie pausieren' }];
    case 'end':
      return [{ label: 'Nächste Rechnung', value: 'keine', detail: `Ihre Mitgliedschaft endet am ${after.lastDay}` }];
    default:
      return after satisfies never;
  }
}

function fee({ fee: costs }: PauseFacts): MailRow[] {
  if (costs === undefined) return [];
  const when = {
    included: 'in der nächsten Rechnung enthalten',
    pause: 'einmal, mit der Rechnung nach der Pause',
    period: 'für jede Rechnung, die in die Pause fällt, mit der Rechnung danach',
  } as const;
  return [{ label: 'Gebühr für die Pause', value: costs.amount, detail: when[costs.per] }];
}

const nothingCharged = ({ firstDay, lastDay }: PauseFacts): string =>
  lastDay === undefined
    ? `Ihre Mitgliedschaft pausiert ab dem ${firstDay}, ein letzter Tag ist noch nicht vereinbart. Solange sie pausiert, wird nichts berechnet.`
    : `Ihre Mitgliedschaft pausiert vom ${firstDay} bis einschließlich ${lastDay}. An diesen Tagen wird nichts berechnet.`;

function credits({ credits: { rest, lines, before, given }, lastDay, restsOthers }: PauseFacts): (string | MailPart)[] {
  const others = restsOthers ? ['Rabatte und alles, was immer dabei ist, ruhen während der Pause.'] : [];
  const apart =
    given.length === 0
      ? []
      : [
          { heading: 'Nicht Teil der Mitgliedschaft: während der Pause zu nutzen', lines: given },
          'Das ruht nicht und lässt sich auch während der Pause nutzen.',
        ];
  const first =
    before.length === 0
      ? []
      : [
          { heading: 'Vor der Pause zu nutzen', lines: before },
          'Das läuft ab, bevor die Pause beginnt, und ruht deshalb nicht.',
        ];
  if (lines.length === 0) return [...first, ...apart, ...others];
  if (!rest) return [{ heading: 'Das können Sie weiter nutzen', lines }, ...apart, ...others];
  const heading = 'Was Sie haben, ruht und geht nicht verloren';
  const moves =
    lastDay === undefined
      ? 'Nach der Pause können Sie es wieder nutzen. Der letzte Tag verschiebt sich um so viele Tage, wie die Pause dauert.'
      : 'Nach der Pause können Sie es wieder nutzen; der letzte Tag liegt um die Tage der Pause später.';
  return [...first, { heading, lines }, moves, ...apart, ...others];
}

const change = (given: PauseWays | undefined): string[] => {
  if (given === undefined) return [];
  const { ways, portal } = given;
  return [
    portal
      ? 'Sie können jederzeit früher zurückkommen oder einen anderen letzten Tag wählen.'
      : `Möchten Sie früher zurückkommen oder einen anderen letzten Tag, antworten Sie auf diese E-Mail oder melden Sie sich hier: ${ways.join(' · ')}.`,
  ];
};

const action = (given: PauseWays | undefined) => (given?.portal ? { action: 'Pause ändern' } : {});

function about(facts: PauseFacts): (string | MailPart)[] {
  const { plan, firstDay, lastDay, after, remindedOn } = facts;
  return [
    {
      rows: [
        { label: 'Mitgliedschaft', value: plan },
        { label: 'Erster Tag der Pause', value: firstDay },
        { label: 'Letzter Tag der Pause', value: lastDay ?? 'noch nicht vereinbart' },
        ...nextBill(after),
        ...fee(facts),
      ],
    },
    ...credits(facts),
    ...(remindedOn === undefined ? [] : [`Am ${remindedOn} erinnern wir Sie, bevor die Pause endet.`]),
    ...(lastDay === undefined
      ? ['Wenn die Pause endet, lesen Sie in einer E-Mail, was dann berechnet wird und an welchem Tag.']
      : []),
    ...change(facts.change),
  ];
}

const whyOff: Readonly<Record<CalledOffFacts['because'], (day: string, business: string) => string>> = {
  requested: (day) =>
    `Die Pause, die am ${day} beginnen sollte, ist abgesagt. Ihre Mitgliedschaft läuft weiter wie bisher.`,
  payment_open: (day) =>
    `Die Pause, die am ${day} beginnen sollte, entfällt, weil eine Zahlung offen ist. Ist sie bezahlt, können Sie eine neue vereinbaren.`,
  closure_undone: (day, business) =>
    `${business} bleibt ab dem ${day} nun doch geöffnet, deshalb pausiert Ihre Mitgliedschaft dann nicht. Sie läuft weiter wie bisher.`,
  closure_payment_open: (day, business) =>
    `${business} hat ab dem ${day} geschlossen. Solange eine Zahlung offen ist, ruht Ihre Mitgliedschaft an diesen Tagen nicht; wird sie vorher bezahlt, ruht sie.`,
};

export const pauseDe: PauseMails = {
  agreed: (facts) => ({
    subject: facts.hasBegun ? 'Ihre Mitgliedschaft pausiert' : `Ihre Mitgliedschaft pausiert ab dem ${facts.firstDay}`,
    greeting: greeting(facts),
    body: [
      ...(facts.closure
        ? [
            `${facts.business} hat an diesen Tagen geschlossen, deshalb ruht auch Ihre Mitgliedschaft. Sie müssen nichts tun.`,
          ]
        : []),
      nothingCharged(facts),
      ...about(facts),
    ],
    ...action(facts.change),
    remarks: [],
    why: `Sie erhalten diese E-Mail als Bestätigung der Pause Ihrer Mitgliedschaft bei ${facts.business}. Bitte heben Sie sie auf.`,
  }),
  changed: (facts) => ({
    subject: 'Ihre Pause wurde geändert',
    greeting: greeting(facts),
    body: ['Ihre Pause wurde geändert. So gilt sie jetzt.', nothingCharged(facts), ...about(facts)],
    ...action(facts.change),
    remarks: [],
    why: `Sie erhalten diese E-Mail als Bestätigung der Änderung Ihrer Pause bei ${facts.business}. Bitte heben Sie sie auf.`,
  }),
  ending: (facts) => ({
    subject: `Ihre Pause endet am ${facts.lastDay}`,
    greeting: greeting(facts),
    body: [
      `Der ${facts.lastDay} ist der letzte Tag Ihrer Pause. Ab dem ${facts.firstDayAfter} können Sie Ihre Mitgliedschaft wieder nutzen.`,
      {
        rows: [
          { label: 'Mitgliedschaft', value: facts.plan },
          ...nextBill(facts.after),
          ...(facts.includesFee === undefined
            ? []
            : [
                {
                  label: 'Gebühr für die Pause',
                  value: facts.includesFee,
                  detail: 'in der nächsten Rechnung enthalten',
                },
              ]),
        ],
      },
      ...(facts.credits.length === 0 ? [] : [{ heading: 'Das können Sie dann nutzen', lines: facts.credits }]),
      ...longer(facts.change),
    ],
    ...action(facts.change),
    remarks: [],
    why: `Sie erhalten diese E-Mail, weil wir allen Mitgliedern von ${facts.business} vor dem Ende einer Pause schreiben. Sie ist vorgeschrieben und gehört zur Mitgliedschaft.`,
  }),
  resumed: (facts) => ({
    subject: 'Ihre Mitgliedschaft läuft wieder',
    greeting: greeting(facts),
    body: [
      'Ihre Pause ist vorbei: Ab heute können Sie Ihre Mitgliedschaft wieder nutzen.',
      {
        rows: [
          { label: 'Mitgliedschaft', value: facts.plan },
          ...nextBill(facts.after),
          ...(facts.includesFee === undefined
            ? []
            : [
                {
                  label: 'Gebühr für die Pause',
                  value: facts.includesFee,
                  detail: 'in der nächsten Rechnung enthalten',
                },
              ]),
        ],
      },
      ...(facts.credits.length === 0 ? [] : [{ heading: 'Das können Sie nutzen', lines: facts.credits }]),
    ],
    remarks: [],
    why: `Sie erhalten diese E-Mail als Bestätigung, dass Ihre Pause bei ${facts.business} vorbei ist.`,
  }),
  calledOff: (facts) => ({
    subject: 'Ihre Pause beginnt nicht',
    greeting: greeting(facts),
    body: [
      whyOff[facts.because](facts.firstDay, facts.business),
      { rows: [{ label: 'Mitgliedschaft', value: facts.plan }, ...nextBill(facts.after)] },
    ],
    remarks: [],
    why: `Sie erhalten diese E-Mail, weil eine Pause Ihrer Mitgliedschaft bei ${facts.business} vereinbart war und nicht beginnt.`,
  }),
  review: (facts) => ({
    subject: 'Eine Pause ohne Ende: Bitte sehen Sie nach',
    greeting: greeting(facts),
    body: [
      `Ein Mitglied pausiert seit dem ${facts.since}, und ein letzter Tag ist nicht vereinbart. Währenddessen wird nichts berechnet.`,
      'Bitte fragen Sie nach, ob es so bleiben soll: Sie können einen letzten Tag setzen, die Mitgliedschaft fortsetzen oder alles lassen, wie es ist. In 30 Tagen fragen wir wieder.',
    ],
    action: 'Kundenseite öffnen',
    remarks: ['Zum Schutz des Mitglieds steht in dieser E-Mail nicht, wer es ist.'],
    why: `Sie erhalten diese E-Mail, weil dies die Kontaktadresse von ${facts.business} ist.`,
  }),
};
