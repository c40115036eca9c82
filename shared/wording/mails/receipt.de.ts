import { greetingDe as greeting } from './frame.de.ts';
import { receiptParts } from './receipt-parts.ts';
import type { ReceiptMails } from './receipt-words.ts';

export const receiptDe: ReceiptMails = {
  receipt: (facts) => ({
    subject: `Ihr Beleg von ${facts.business}`,
    greeting: greeting(facts),
    body: [`Hier ist Ihr Beleg. ${facts.paper.state}`, ...receiptParts(facts.paper)],
    action: facts.hasPortal ? 'Alle Zahlungen ansehen' : undefined,
    remarks: facts.hasPortal ? ['Dort können Sie diesen Beleg auch als PDF speichern.'] : [],
    why: `Sie erhalten diese E-Mail, weil ${facts.business} nach jeder Zahlung einen Beleg schickt.`,
  }),
  refund: (facts) => ({
    subject: `Ihre Erstattung von ${facts.business}`,
    greeting: greeting(facts),
    body: [
      facts.isDuplicate
        ? 'Eine Zahlung wurde zweimal ausgeführt. Die zweite geht auf die Karte zurück, von der sie kam.'
        : 'Sie haben eine Erstattung bekommen.',
      {
        rows: [
          { label: 'Erstattung', value: facts.amount, strong: true },
          { label: 'Zur Zahlung', value: facts.receipt },
          ...(facts.back === undefined
            ? []
            : [
                {
                  label: facts.back.card === undefined ? 'Im Salon zurückgezahlt' : `Auf ${facts.back.card}`,
                  value: facts.back.amount,
                },
              ]),
          ...(facts.toAccountCredit === undefined ? [] : [{ label: 'Auf Ihr Guthaben', value: facts.toAccountCredit }]),
        ],
      },
      ...(facts.back?.card === undefined && !facts.isDuplicate
        ? []
        : ['Bis sie auf Ihrer Kartenabrechnung steht, kann es bis zu zehn Tage dauern.']),
    ],
    remarks: [],
    why: `Sie erhalten diese E-Mail, weil ${facts.business} Ihnen immer schreibt, wenn Geld an Sie zurückgeht.`,
  }),
};
