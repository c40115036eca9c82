import { greetingDe as greeting } from './frame.de.ts';
import type { MailPart } from './mail-words.ts';
import type { PaymentFacts, PaymentLinkFacts, PaymentMails } from './payment-words.ts';

const open = ({ amount, plan, since }: Pick<PaymentFacts, 'amount' | 'plan' | 'since'>): MailPart => ({
  rows: [
    { label: 'Offener Betrag', value: amount, strong: true },
    { label: 'Mitgliedschaft', value: plan },
    { label: 'Fällig seit', value: since },
  ],
});

const access = ({ restsFrom, hasBenefitsLeft }: PaymentFacts): string => {
  if (restsFrom === undefined) {
    return 'Ihre Leistungen ruhen, bis diese Zahlung beglichen ist. Mit der Zahlung kommen neue.';
  }
  const comes = 'Neue Leistungen kommen, sobald diese Zahlung beglichen ist.';
  return hasBenefitsLeft
    ? `${comes} Was noch da ist, können Sie vor dem ${restsFrom} nutzen; von da an ruht es.`
    : comes;
};

const again = ({ nextTry }: PaymentFacts): string[] =>
  nextTry === undefined
    ? []
    : [`Am ${nextTry} versuchen wir es mit Ihrer Karte noch einmal. Darauf müssen Sie nicht warten.`];

const around = (facts: PaymentFacts | PaymentLinkFacts, business: string) => ({
  greeting: greeting(facts),
  remarks: [
    `Dafür müssen Sie sich nicht anmelden. Der Link gilt bis ${facts.until}; danach können Sie dort einen neuen anfordern.`,
    'Er ist nur für Sie und hinterlegt eine Karte und zahlt, was offen ist, sonst nichts. Bitte leiten Sie diese E-Mail nicht weiter.',
  ],
  why: `Sie erhalten diese E-Mail, weil eine Zahlung für Ihre Mitgliedschaft bei ${business} offen ist. E-Mails zu offenen Zahlungen gehören zur Mitgliedschaft.`,
});

const pay = ({ amount }: Pick<PaymentFacts, 'amount'>): string => `Karte ändern und ${amount} zahlen`;

export const paymentDe: PaymentMails = {
  steps: {
    first: (facts) => ({
      subject: 'Ihre Zahlung für die Mitgliedschaft braucht Aufmerksamkeit',
      body: [
        'Die Zahlung für Ihre Mitgliedschaft kam nicht zustande.',
        open(facts),
        facts.reason,
        ...again(facts),
        access(facts),
      ],
      action: pay(facts),
      ...around(facts, facts.business),
    }),
    reminder: (facts) => ({
      subject: 'Erinnerung: Ihre Zahlung für die Mitgliedschaft ist noch offen',
      body: [
        'Die Zahlung für Ihre Mitgliedschaft ist noch offen.',
        open(facts),
        facts.reason,
        ...again(facts),
        access(facts),
      ],
      action: pay(facts),
      ...around(facts, facts.business),
    }),
    benefits_pause: (facts) => ({
      subject: facts.restsFrom === undefined ? 'Ihre Leistungen ruhen' : `Ihre Leistungen ruhen ab ${facts.restsFrom}`,
      body: [access(facts), open(facts), facts.reason, ...again(facts)],
      action: pay(facts),
      ...around(facts, facts.business),
    }),
    on_hold: (facts) => ({
      subject: 'Ihre Leistungen ruhen',
      body: [access(facts), open(facts), facts.reason, ...again(facts)],
      action: pay(facts),
      ...around(facts, facts.business),
    }),
    final: (facts) => ({
      subject: 'Letzte Erinnerung: Ihre Zahlung für die Mitgliedschaft ist offen',
      body: [
        'Dies ist unsere letzte Erinnerung an eine Zahlung, die noch offen ist.',
        open(facts),
        facts.reason,
        `${access(facts)} Wird nicht gezahlt, endet die Mitgliedschaft am ${facts.endsOn}.`,
      ],
      action: pay(facts),
      ...around(facts, facts.business),
    }),
  },
  link: (facts) => ({
    ...around(facts, facts.business),
    subject: `Ihr Link zum Ändern der Karte bei ${facts.business}`,
    body: facts.open
      ? [
          'Mit diesem Link hinterlegen Sie eine Karte.',
          open(facts.open),
          'Die offene Zahlung wird dann sofort ausgeführt.',
        ]
      : ['Mit diesem Link hinterlegen Sie eine Karte. Jetzt wird nichts abgebucht.'],
    action: facts.open ? pay(facts.open) : 'Karte ändern',
    why: `Sie erhalten diese E-Mail, weil Sie selbst oder ${facts.business} für Sie diesen Link angefordert haben.`,
  }),
};
