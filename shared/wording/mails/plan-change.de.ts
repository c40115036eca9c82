import { type BillAfter, howPaidDe } from './bill-after.ts';
import { greetingDe as greeting } from './frame.de.ts';
import type { MailRow } from './mail-words.ts';
import type { PlanChangeMails } from './plan-change-words.ts';

const nextBill = (next: BillAfter | undefined): MailRow[] =>
  next === undefined
    ? []
    : [
        {
          label: 'Nächste Rechnung',
          value: next.amount,
          detail: `${next.day}, ${howPaidDe(next)}`,
          strong: true,
        },
      ];

export const planChangeDe: PlanChangeMails = {
  changed: (facts) => ({
    subject: 'Ihr Tarif hat gewechselt',
    greeting: greeting(facts),
    body: [
      `Ihre Mitgliedschaft ist am ${facts.firstDay} von ${facts.from} zu ${facts.to} gewechselt.`,
      {
        rows: [
          ...(facts.paid === undefined
            ? []
            : [{ label: 'Dafür bezahlt', value: facts.paid, detail: 'der Beleg kommt in einer eigenen E-Mail' }]),
          ...(facts.toAccountCredit === undefined
            ? []
            : [
                {
                  label: 'Auf Ihr Guthaben',
                  value: facts.toAccountCredit,
                  detail: 'ungenutzte Tage des bisherigen Tarifs waren mehr wert',
                },
              ]),
          ...nextBill(facts.next),
        ],
      },
      ...(facts.came.length === 0 ? [] : [{ heading: 'Das kam dazu', lines: facts.came }]),
      'Was Sie vorher hatten, bleibt, wie es ist, mit seinem eigenen letzten Tag.',
      ...(facts.committedUntil === undefined
        ? []
        : [
            `Der Tarif ist mindestens bis ${facts.committedUntil} vereinbart. Eine Kündigung wirkt bis dahin zu diesem Tag.`,
          ]),
    ],
    action: 'Mitgliedschaft ansehen',
    remarks: [],
    why: `Sie erhalten diese E-Mail als Bestätigung Ihres Tarifwechsels bei ${facts.business}. Bitte bewahren Sie sie auf.`,
  }),
  coming: (facts) => ({
    subject: `Ihr Tarif wechselt am ${facts.firstDay}`,
    greeting: greeting(facts),
    body: [
      `Ab ${facts.firstDay} ist Ihr Tarif ${facts.to}. Bis dahin bleibt mit ${facts.from} alles, wie es ist, und der Wechsel kostet nichts.`,
      { rows: [{ label: 'Neuer Tarif', value: facts.to }, ...nextBill(facts.next)] },
      facts.undo.portal
        ? 'Bis dahin können Sie den Wechsel zurücknehmen.'
        : `Bis dahin können Sie den Wechsel zurücknehmen: Antworten Sie auf diese E-Mail oder melden Sie sich hier: ${facts.undo.ways.join(' · ')}.`,
    ],
    action: facts.undo.portal ? 'Wechsel ansehen oder zurücknehmen' : 'Mitgliedschaft ansehen',
    remarks: [],
    why: `Sie erhalten diese E-Mail als Bestätigung Ihres Tarifwechsels bei ${facts.business}. Bitte bewahren Sie sie auf.`,
  }),
  declined: (facts) => ({
    subject: 'Ihr Tarif hat nicht gewechselt',
    greeting: greeting(facts),
    body: [
      `Sie wollten zu ${facts.to} wechseln. Die Zahlung von ${facts.amount} kam nicht zustande, deshalb hat sich nichts geändert: Ihr Tarif ist ${facts.from}, und es wurde nichts abgebucht.`,
      'Sie können es jederzeit noch einmal versuchen, auch mit einer anderen Karte.',
    ],
    action: 'Mitgliedschaft ansehen',
    remarks: [],
    why: `Sie erhalten diese E-Mail, weil Sie bei ${facts.business} den Tarif wechseln wollten und die Antwort Ihrer Bank erst später kam.`,
  }),
};
