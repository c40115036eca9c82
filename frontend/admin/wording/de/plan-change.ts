import type { planChange as english } from '../en/plan-change.ts';

export const planChange: typeof english = {
  open: 'Tarif wechseln',
  notNow: {
    paused: 'Der Tarif lässt sich nach der Pause wechseln; soll es heute sein, zuerst die Pause beenden.',
    cancelling: 'Der Tarif lässt sich wechseln, wenn die Kündigung zurückgenommen ist.',
    paymentOpen: 'Der Tarif lässt sich wechseln, sobald die offene Zahlung beglichen ist.',
  },
  openOf: (plan) => `Tarif wechseln: ${plan}`,
  title: (plan) => `Tarif wechseln: ${plan}`,
  none: 'Im Moment wird kein anderer Tarif angeboten, zu dem diese Mitgliedschaft wechseln könnte.',
  cheaperFrom: (date) => `Günstigere Tarife sind ab ${date} möglich: Bis dahin ist der Tarif vereinbart.`,
  fromToday: 'Vorschau: ab heute',
  fromBill: (date) => `Vorschau: ab ${date}`,
  choose: (way, plan) => `${way}: ${plan}`,
  noCard:
    'Es ist keine Karte hinterlegt. Bitte senden Sie einen Link oder lassen Sie sie hier eingeben; oder der Wechsel beginnt mit der nächsten Rechnung.',
  charge: (amount) => `Wechseln und ${amount} abbuchen`,
  record: (amount) => `Wechseln, ${amount} erhalten`,
  confirmToday: 'Heute wechseln',
  confirmLater: (date) => `Am ${date} wechseln`,
  back: 'Andere Tarife',
  newest: 'Neueste Beträge zeigen',
  holdsUntil: (time) => `Diese Beträge gelten bis ${time}.`,
  mail: 'Eine Bestätigung geht per E-Mail an das Mitglied.',
  changed: (plan, amount) => `Der Tarif ist jetzt ${plan}. ${amount} wurden bezahlt.`,
  changedFree: (plan) => `Der Tarif ist jetzt ${plan}.`,
  scheduled: (plan, date) => `Der Tarif wechselt am ${date} zu ${plan}.`,
  declined: 'Die Karte wurde abgelehnt. Es wurde nichts abgebucht, und der Tarif ist wie vorher.',
  confirmationNeeded:
    'Die Bank möchte, dass Zahlungen mit dieser Karte bestätigt werden. Es wurde nichts abgebucht, und der Tarif ist wie vorher. Eine andere Karte geht, oder die nächste Rechnung.',
  pending:
    'Die Antwort der Bank steht noch aus. Nichts wird doppelt abgebucht; das Ergebnis geht per E-Mail an das Mitglied.',
  coming: (plan, date) => `Wechselt am ${date} zu ${plan}.`,
  comingAfterPause: (plan) => `Wechselt mit der ersten Rechnung nach der Pause zu ${plan}.`,
  undo: 'Wechsel zurücknehmen',
  undone: (plan) => `Der Tarif bleibt ${plan}.`,
};
