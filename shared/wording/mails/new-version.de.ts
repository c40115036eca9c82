import { greetingDe as greeting } from './frame.de.ts';
import type { NewVersionFacts, NewVersionMails } from './new-version-words.ts';

const lead: Readonly<Record<NewVersionFacts['price'], (day: string, business: string) => string>> = {
  more: (day, business) =>
    `${business} ändert den Preis Ihrer Mitgliedschaft. Für Sie gilt er ab Ihrer Rechnung am ${day}.`,
  less: (day, business) =>
    `Ihre Mitgliedschaft bei ${business} kostet weniger. Der neue Preis gilt für Sie ab Ihrer Rechnung am ${day}.`,
  same: (day, business) =>
    `${business} ändert, was Ihre Mitgliedschaft enthält. Für Sie gilt das ab Ihrer Rechnung am ${day}. Der Preis bleibt gleich.`,
};

export const newVersionDe: NewVersionMails = {
  coming: (facts) => ({
    subject:
      facts.price === 'same'
        ? `Ihre Mitgliedschaft ändert sich am ${facts.firstDay}`
        : `Der neue Preis Ihrer Mitgliedschaft ab ${facts.firstDay}`,
    greeting: greeting(facts),
    body: [
      lead[facts.price](facts.firstDay, facts.business),
      {
        rows: [
          { label: 'Mitgliedschaft', value: facts.plan },
          ...(facts.price === 'same'
            ? [{ label: 'Preis', value: facts.after }]
            : [
                { label: 'Preis bis dahin', value: facts.before },
                { label: 'Neuer Preis', value: facts.after, strong: true as const },
              ]),
          {
            label: facts.price === 'same' ? 'Erste Rechnung danach' : 'Erste Rechnung mit neuem Preis',
            value: facts.firstBill,
            detail: `${facts.firstDay}, ${facts.card === undefined ? 'zu zahlen im Salon' : `Abbuchung von ${facts.card}`}`,
          },
        ],
      },
      ...(facts.different.length === 0
        ? ['Was die Mitgliedschaft enthält, bleibt gleich.']
        : [{ heading: 'Das ändert sich', lines: facts.different }]),
      'Bis dahin bleibt alles, wie es ist. Was Sie noch nicht genutzt haben, behält seinen eigenen letzten Tag.',
      `Wenn Sie das nicht möchten, können Sie bis zum ${facts.lastDayBefore} kündigen. Das kostet nichts, und die Rechnung am ${facts.firstDay} kommt dann nicht mehr.`,
      facts.cancel.portal === undefined
        ? `Zum Kündigen antworten Sie auf diese E-Mail oder melden Sie sich hier: ${facts.cancel.ways.join(' · ')}.`
        : `Kündigen können Sie auf dieser Seite: ${facts.cancel.portal}`,
    ],
    action: 'Änderung ansehen',
    remarks: [],
    why: `Sie erhalten diese E-Mail, weil wir es allen Mitgliedern von ${facts.business} vorher sagen, wenn sich der Preis oder der Inhalt ändert. Sie ist vorgeschrieben und gehört zur Mitgliedschaft.`,
  }),
  off: (facts) => ({
    subject: 'Ihre Mitgliedschaft bleibt, wie sie ist',
    greeting: greeting(facts),
    body: [
      'Wir hatten Ihnen eine Änderung Ihrer Mitgliedschaft angekündigt. Sie findet nicht statt: Ihr Preis bleibt gleich, und was die Mitgliedschaft enthält, auch.',
      {
        rows: [
          { label: 'Mitgliedschaft', value: facts.plan },
          { label: 'Preis', value: facts.price, strong: true },
          ...(facts.next === undefined
            ? []
            : [{ label: 'Nächste Rechnung', value: facts.next.amount, detail: facts.next.day }]),
        ],
      },
      'Sie müssen nichts tun.',
    ],
    action: 'Mitgliedschaft ansehen',
    remarks: [],
    why: `Sie erhalten diese E-Mail, weil ${facts.business} Ihnen eine Änderung Ihrer Mitgliedschaft angekündigt hatte.`,
  }),
};
