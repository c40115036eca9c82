import type { accountCredit as english } from '../en/account-credit.ts';

export const accountCredit: typeof english = {
  title: 'Kontoguthaben',
  hint: 'Geld, das bei Ihnen steht. Es verfällt nicht und hat mit dem Guthaben eines Tarifs nichts zu tun.',
  view: 'Verlauf',
  change: 'Ändern',
  changeTitle: 'Kontoguthaben ändern',
  balance: (amount) => `jetzt ${amount}`,
  after: (amount) => `Danach: ${amount}`,
  tooLow: (amount) => `Es sind nur ${amount} da. Bitte ziehen Sie weniger ab.`,
  direction: 'Was',
  add: 'Gutschreiben',
  takeOff: 'Abziehen',
  amount: 'Betrag',
  reason: 'Grund',
  chooseReason: 'Grund wählen',
  reasons: {
    paid_in: 'Eingezahlt',
    goodwill: 'Kulanz',
    correction: 'Fehler berichtigen',
    moved_from_old_system: 'Aus dem alten System übernommen',
    paid_out: 'Ausgezahlt',
  },
  note: 'Notiz fürs Team (optional)',
  changed: (amount) => `Das Kontoguthaben beträgt jetzt ${amount}.`,
  none: 'Noch ist nichts eingegangen oder abgegangen.',
  entry: {
    TOP_UP: 'Eingezahlt',
    ADJUST: 'Von Hand geändert',
    APPLY: 'Für eine Rechnung genutzt',
    RETURN: 'Zurückgegeben',
  },
};
