import { greetingEn as greeting } from './frame.en.ts';
import { receiptParts } from './receipt-parts.ts';
import type { ReceiptMails } from './receipt-words.ts';

const whyRefunded = {
  given: 'You have been given a refund.',
  duplicate: 'A payment was made twice. The second one goes back to the card that it came from.',
  already_enrolled:
    'Somebody joined with your e-mail address and paid, but you have this membership already. Nothing has changed for you: the money goes back to the card that it came from.',
};

export const receiptEn: ReceiptMails = {
  receipt: (facts) => ({
    subject: `Your receipt from ${facts.business}`,
    greeting: greeting(facts),
    body: [`Here is your receipt. ${facts.paper.state}`, ...receiptParts(facts.paper)],
    action: facts.hasPortal ? 'See all your payments' : undefined,
    remarks: facts.hasPortal ? ['There you can also save this receipt as a PDF.'] : [],
    why: `You receive this e-mail because ${facts.business} sends a receipt after every payment.`,
  }),
  invoice: (facts) => ({
    subject: `Your invoice from ${facts.business}`,
    greeting: greeting(facts),
    body: [`Here is your invoice. ${facts.paper.state}`, ...receiptParts(facts.paper)],
    action: facts.paysOnline ? 'See the invoice and pay' : facts.hasPortal ? 'See the invoice' : undefined,
    remarks: [facts.paysOnline ? 'You can pay online, or at the salon.' : 'You can pay at the salon.'],
    why: `You receive this e-mail because ${facts.business} has sent you an invoice.`,
  }),
  refund: (facts) => ({
    subject: `Your refund from ${facts.business}`,
    greeting: greeting(facts),
    body: [
      whyRefunded[facts.unowed ?? 'given'],
      {
        rows: [
          { label: 'Refund', value: facts.amount, strong: true },
          ...(facts.receipt === undefined ? [] : [{ label: 'Of the payment', value: facts.receipt }]),
          ...(facts.back === undefined
            ? []
            : [
                {
                  label: facts.back.card === undefined ? 'Paid back at the salon' : `To ${facts.back.card}`,
                  value: facts.back.amount,
                },
              ]),
          ...(facts.toAccountCredit === undefined
            ? []
            : [{ label: 'To your account credit', value: facts.toAccountCredit }]),

          ...(facts.tookBack === undefined ? [] : [{ label: 'Taken off your balance', value: facts.tookBack }]),
        ],
      },
      ...(facts.back?.card === undefined && facts.unowed === undefined
        ? []
        : ['It can take up to ten days until it shows on your card statement.']),
    ],
    remarks: [],
    why: `You receive this e-mail because ${facts.business} writes to you whenever money goes back to you.`,
  }),
};
