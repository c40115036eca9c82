import { greetingDe as greeting } from './frame.de.ts';
import { receiptParts } from './receipt-parts.ts';
import type { ReceiptMails } from './receipt-words.ts';

const whyRefunded = {
  given: 'Sie haben eine Erstattung bekommen.',
  duplicate: 'Eine Zahlung wurde zweimal ausgeführt. Die zweite geht auf die Karte zurück, von der sie kam.',
  already_enrolled:
    'Mit Ihrer E-Mail-Adresse wurde eine Mitgliedschaft abgeschlossen und bezahlt, die Sie schon haben. Für Sie ändert sich nichts: Das Geld geht auf die Karte zurück, von der es kam.',
};

export const receiptDe: ReceiptMails = {
  receipt: (facts) => ({
    subject: `Ihr Beleg von ${facts.business}`,
    greeting: greeting(facts),
    body: [`Hier ist Ihr Beleg. ${facts.paper.state}`, ...receiptParts(facts.paper)],
    action: facts.hasPortal ? 'Alle Zahlungen ansehen' : undefined,
    remarks: facts.hasPortal ? ['Dort können Sie diesen Beleg auch als PDF speichern.'] : [],
    why: `Sie erhalten diese E-Mail, weil ${facts.business} nach jeder Zahlung einen Beleg schickt.`,
  }),
  invoice: (facts) => ({
    subject: `Ihre Rechnung von ${facts.business}`,
    greeting: greeting(facts),
    body: [`Hier ist Ihre Rechnung. ${facts.paper.state}`, ...receiptParts(facts.paper)],
    action: facts.paysOnline ? 'Rechnung ansehen und bezahlen' : facts.hasPortal ? 'Rechnung ansehen' : undefined,
    remarks: [facts.paysOnline ? 'Sie können online bezahlen oder im Salon.' : 'Sie können im Salon bezahlen.'],
    why: `Sie erhalten diese E-Mail, weil ${facts.business} Ihnen eine Rechnung gestellt hat.`,
  }),
  refund: (facts) => ({
    subject: `Ihre Erstattung von ${facts.business}`,
    greeting: greeting(facts),
    body: [
      whyRefunded[facts.unowed ?? 'given'],
      {
        rows: [
          { label: 'Erstattung', value: facts.amount, strong: true },
          ...(facts.receipt === undefined ? [] : [{ label: 'Zur Zahlung', value: facts.receipt }]),
          ...(facts.back === undefined
            ? []
            : [
                {
                  label: facts.back.card === undefined ? 'Im Salon zurückgezahlt' : `Auf ${facts.back.card}`,
                  value: facts.back.amount,
                },
              ]),
          ...(facts.toAccountCredit === undefined ? [] : [{ label: 'Auf Ihr Guthaben', value: facts.toAccountCredit }]),

          ...(facts.tookBack === undefined ? [] : [{ label: 'Von Ihren Leistungen abgezogen', value: facts.tookBack }]),
        ],
      },
      ...(facts.back?.card === undefined && facts.unowed === undefined
        ? []
        : ['Bis sie auf Ihrer Kartenabrechnung steht, kann es bis zu zehn Tage dauern.']),
    ],
    remarks: [],
    why: `Sie erhalten diese E-Mail, weil ${facts.business} Ihnen immer schreibt, wenn Geld an Sie zurückgeht.`,
  }),
};
