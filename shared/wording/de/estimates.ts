import type { EstimateWords } from '../estimate-words.ts';

export const estimates: EstimateWords = {
  title: (number) => `Kostenvoranschlag ${number}`,
  subject: 'Betreff',
  notAnInvoice: 'Das ist keine Rechnung.',
  stateSentence: {
    open: ({ validUntil }) => `Gültig bis ${validUntil}.`,
    accepted: ({ on }) => `Angenommen am ${on}.`,
    declined: ({ on }) => `Abgelehnt am ${on}.`,
    expired: ({ validUntil }) => `Er galt bis ${validUntil}.`,
    withdrawn: () => 'Der Salon hat ihn zurückgezogen.',
    replaced: () => 'Eine neue Fassung hat ihn ersetzt.',
    invoiced: () => 'Es gibt dazu eine Rechnung.',
  },
  validUntil: 'Gültig bis',
  acceptedOn: 'Angenommen am',
  declinedOn: 'Abgelehnt am',
  remark: 'Hinweis',
  agreedTo: 'Dem haben Sie zugestimmt',
  consent: ({ number, total, business }) =>
    `Ich nehme den Kostenvoranschlag ${number} von ${business} über insgesamt ${total} an und verpflichte mich, diesen Betrag zu zahlen.`,

  tab: 'Voranschläge',
  none: 'Es gibt keine Kostenvoranschläge.',
  toList: 'Alle Kostenvoranschläge',
  toPayments: 'Voranschläge und Zahlungen',
  ofDay: (day) => `Kostenvoranschlag vom ${day}`,
  state: {
    open: 'Wartet auf Ihre Antwort',
    accepted: 'Angenommen',
    declined: 'Abgelehnt',
    expired: 'Nicht mehr gültig',
    withdrawn: 'Zurückgezogen',
    replaced: 'Ersetzt',
    invoiced: 'Berechnet',
  },
  until: (day) => `bis ${day}`,
  next: {
    open: ({ validUntil }) =>
      `Sie können ihn bis zum ${validUntil} annehmen oder ablehnen. Beim Annehmen wird nichts abgebucht: Der Salon schickt Ihnen eine Rechnung über diesen Betrag.`,
    accepted: ({ on }) =>
      `Sie haben ihn am ${on} angenommen. Als Nächstes schickt Ihnen der Salon die Rechnung; bis dahin ist nichts zu bezahlen.`,
    declined: ({ on }) =>
      `Sie haben ihn am ${on} abgelehnt. Wenn Sie es sich anders überlegen, bitten Sie den Salon um einen neuen.`,
    expired: ({ validUntil }) =>
      `Er galt bis zum ${validUntil}. Wenn Sie ihn noch möchten, bitten Sie den Salon um einen neuen.`,
    withdrawn: () => 'Der Salon hat ihn zurückgezogen. Sie müssen nichts tun und nichts bezahlen.',
    replaced: () => 'Der Salon hat eine neue Fassung geschrieben, die an seiner Stelle gilt.',
    invoiced: () => 'Es gibt dazu eine Rechnung. Dort sehen Sie, ob sie bezahlt ist, und wie Sie zahlen können.',
  },
  newer: 'Neue Fassung ansehen',
  toInvoice: 'Rechnung ansehen',

  accept: 'Annehmen',
  acceptTitle: (total) => `Für ${total} annehmen?`,
  whatFollows: 'Jetzt wird nichts abgebucht. Der Salon schickt Ihnen eine Rechnung über diesen Betrag.',
  consentMissing: 'Bitte lesen Sie dies und setzen Sie das Häkchen, bevor es weitergeht.',
  // The law asks for such words wherever an obligation to pay begins.
  acceptFor: () => 'Zahlungspflichtig beauftragen',
  accepted: 'Vielen Dank. Der Salon hat Ihre Zusage; abgebucht wurde nichts.',
  decline: 'Ablehnen',
  declineTitle: 'Diesen Kostenvoranschlag ablehnen?',
  declineText: 'Der Salon erfährt es. Wenn Sie es sich anders überlegen, bitten Sie um einen neuen.',
  reason: 'Warum? (freiwillig)',
  declineNow: 'Ablehnen',
  declined: 'Der Salon hat Ihre Absage erhalten.',
  goBack: 'Zurück',
};
