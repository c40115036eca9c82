import type { PlanChangeWords } from '../plan-change-words.ts';

export const planChange: PlanChangeWords = {
  open: 'Anderen Tarif wählen',
  notNow: {
    paused: (day) =>
      `Einen anderen Tarif können Sie nach der Pause wählen${day === undefined ? '' : `, ab ${day}`}. Soll es früher sein, beenden Sie zuerst die Pause.`,
    cancelling:
      'Diese Mitgliedschaft ist gekündigt. Um einen anderen Tarif zu wählen, nehmen Sie zuerst die Kündigung zurück.',
    paymentOpen: 'Einen anderen Tarif können Sie wählen, sobald die offene Zahlung beglichen ist.',
  },
  title: 'Anderen Tarif wählen',
  now: (plan, price) => `Ihr jetziger Tarif: ${plan}, ${price}`,
  none: 'Im Moment gibt es keinen anderen Tarif für einen Wechsel.',
  cheaperFrom: (day) => `Günstigere Tarife können Sie ab ${day} wählen; bis dahin ist Ihr Tarif vereinbart.`,
  sameAsNow: (what) => `${what}, wie jetzt`,
  insteadOf: (what, before) => `${what} statt ${before}`,
  added: (what) => `${what} zusätzlich`,
  gone: (what) => `Nicht mehr: ${what}`,
  fromToday: 'Wechsel ab heute ansehen',
  fromBill: (day) => `Wechsel ab ${day} ansehen`,
  choose: (way, plan) => `${way}: ${plan}`,
  preview: (from, to) => `Von ${from} zu ${to}`,
  today: 'Heute zu zahlen',
  nothingToday: 'Nichts',
  includingTax: (tax) => `Darin sind ${tax} Steuer.`,
  shares: ({ price, to, credit, from, left, days: all }) =>
    `${price} für ${to} abzüglich ${credit} für ${from}, ${left === 1 ? `für den letzten von ${all} Tagen` : `für ${left} von ${all} Tagen, die noch übrig sind`}.`,
  wholeLess: ({ price, to, credit, from, left, days: all }) =>
    `${price} für ${to} abzüglich ${credit}: Von ${from} ${left === 1 ? 'bleibt ein Tag' : `bleiben ${left} Tage`} von ${all} ungenutzt.`,
  fromCredit: 'Aus Ihrem Guthaben',
  onCard: (card) => `Abbuchung von ${card}`,
  toCredit: 'Auf Ihr Guthaben',
  begins: 'Beginnt',
  beginsToday: 'Heute',
  nextBill: 'Nächste Rechnung',
  noNextBill: 'Keine',
  comesAtOnce: 'Das kommt sofort dazu',
  keepsOld: 'Was Sie haben, bleibt, wie es ist, mit seinem eigenen letzten Tag.',
  agreedUntil: (day) => `Der Tarif ist mindestens bis ${day} vereinbart.`,
  holdsUntil: (time) => `Diese Beträge gelten bis ${time}.`,
  pay: (amount) => `Wechseln und ${amount} zahlen`,
  confirmToday: 'Heute wechseln',
  confirmLater: (day) => `Am ${day} wechseln`,
  back: 'Zurück zu den Tarifen',
  newest: 'Neueste Beträge zeigen',
  cardFirst:
    'Es ist noch keine Karte hinterlegt. Bitte hinterlegen Sie zuerst eine und wählen Sie den Tarif dann noch einmal.',
  busy: 'Wir fragen bei Ihrer Bank an. Das kann einige Sekunden dauern.',
  changed: (plan) => `Erledigt. Ihr Tarif ist jetzt ${plan}. Eine Bestätigung ist per E-Mail unterwegs.`,
  changedPaid: (plan, amount) =>
    `Erledigt. Ihr Tarif ist jetzt ${plan}, ${amount} wurden bezahlt. Bestätigung und Beleg sind per E-Mail unterwegs.`,
  scheduled: (plan, day) =>
    `Erledigt. Ihr Tarif wechselt am ${day} zu ${plan}. Bis dahin können Sie das zurücknehmen. Eine Bestätigung ist per E-Mail unterwegs.`,
  declined:
    'Ihre Bank hat die Zahlung nicht genehmigt. Es wurde nichts abgebucht, und Ihr Tarif ist wie vorher. Bitte verwenden Sie eine andere Karte oder fragen Sie Ihre Bank.',
  confirmationNeeded:
    'Ihre Bank möchte, dass Sie Zahlungen mit dieser Karte selbst bestätigen. Es wurde nichts abgebucht, und Ihr Tarif ist wie vorher. Bitte verwenden Sie eine andere Karte oder wechseln Sie mit der nächsten Rechnung.',
  pending:
    'Die Zahlung wird gerade bestätigt. Sie müssen nichts tun, und nichts wird doppelt abgebucht; das Ergebnis kommt per E-Mail.',
  receipt: 'Beleg ansehen',
  done: 'Zur Mitgliedschaft',
  coming: (plan, day) => `Ihr Tarif wechselt am ${day} zu ${plan}.`,
  comingAfterPause: (plan) => `Ihr Tarif wechselt mit der ersten Rechnung nach der Pause zu ${plan}.`,
  undo: 'Bei meinem Tarif bleiben',
  undone: (plan) => `Ihr Tarif bleibt ${plan}.`,
  undoThroughSalon: 'Möchten Sie das zurücknehmen, fragen Sie bitte den Salon.',
};
