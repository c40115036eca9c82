import type { InvoiceWords } from '../invoice-words.ts';

const named = (what: string, number: string | undefined): string => (number === undefined ? what : `${what} ${number}`);

export const invoices: InvoiceWords = {
  title: {
    invoice: (number) => named('Rechnung', number),
    receipt: (number) => named('Beleg', number),
    void: (number) => `${named('Rechnung', number)} (storniert)`,
  },
  stateSentence: {
    open: ({ due }) => `Offen: ${due} sind zu bezahlen.`,
    paid: ({ paidOn, free }) => (free ? 'Es war nichts zu bezahlen.' : `Bezahlt am ${paidOn}.`),
    void: () => 'Diese Rechnung wurde storniert. Es ist nichts zu bezahlen.',
    partly_refunded: ({ paidOn, refunded }) => `Bezahlt am ${paidOn}. Davon werden ${refunded} erstattet.`,
    refunded: ({ paidOn }) => `Bezahlt am ${paidOn} und vollständig erstattet.`,
    disputed: ({ paidOn }) => `Bezahlt am ${paidOn}. Die Bank prüft diese Zahlung.`,
  },
  buyer: 'Für',
  // A VAT id begins with its country, a German tax number does not.
  taxId: (id) => `${/^[A-Z]{2}/.test(id) ? 'USt-IdNr.' : 'Steuernummer'}: ${id}`,
  number: 'Nummer',
  issuedOn: 'Datum',
  paidOn: 'Bezahlt am',
  period: 'Zeitraum',
  days: (first, last) => (first === last ? first : `${first} bis ${last}`),

  description: 'Leistung',
  amount: 'Betrag',
  enrolmentFee: 'Aufnahmegebühr',
  pauseFee: 'Gebühr für die Pause',
  accountCredit: 'Guthaben',
  planChange: (from, to) => (from === to ? `Wechsel bei ${to}, Differenz` : `Wechsel von ${from} zu ${to}, Differenz`),
  order: 'Einkauf im Salon',
  introductoryPrice: 'Einführungspreis',
  several: (quantity, each) => `${quantity} × ${each}`,

  net: 'Nettobetrag',
  tax: (name, percent) => `${name} ${percent}`,
  total: 'Gesamtbetrag',
  fromAccountCredit: 'Aus Ihrem Guthaben bezahlt',
  paidBy: (card) => `Bezahlt mit ${card}`,
  paidAtDesk: { cash: 'Bar bezahlt', terminal: 'Im Salon mit Karte bezahlt', transfer: 'Überwiesen' },
  toBePaid: 'Zu bezahlen',
  card: 'Karte',

  granted: 'Ihnen gutgeschrieben',
  refunds: 'Erstattungen',
  refund: { pending: (day) => `Erstattung vom ${day}, unterwegs`, done: (day) => `Erstattung vom ${day}` },
  tookBack: (what) => `damit von Ihren Leistungen abgezogen: ${what}`,
  toAccountCredit: (amount) => `davon ${amount} auf Ihr Guthaben`,
  cancelHeading: 'So kündigen Sie',
  cancel: (seller) => `Um die Mitgliedschaft zu beenden, wenden Sie sich bitte an ${seller}.`,
  cancelOnline: (address) => `Eine online abgeschlossene Mitgliedschaft können Sie auch hier beenden: ${address}.`,

  numberFollows: 'Die Nummer dieses Dokuments folgt in wenigen Minuten.',
  refundTakesDays: 'Bis eine Erstattung auf Ihrer Kartenabrechnung steht, kann es bis zu zehn Tage dauern.',
  page: (page, pages) => `Seite ${page} von ${pages}`,
};
