import type { refunds as en } from '../en/refunds.ts';

export const refunds: typeof en = {
  title: 'Erstattungen, die nicht ankamen',
  hint: 'Die Bank hat dieses Geld nicht angenommen, zum Beispiel weil die Karte nicht mehr gilt. Es gehört weiter der Kundin oder dem Kunden.',
  since: (day) => `seit ${day}`,
  again: { card: 'Karte noch einmal versuchen', account_credit: 'Als Kontoguthaben geben' },
  effect: {
    card: (amount, name) =>
      `${amount} gehen noch einmal auf die Karte von ${name}. Lehnt sie wieder ab, steht es wieder hier.`,
    account_credit: (amount, name) =>
      `${amount} kommen sofort zum Kontoguthaben von ${name} und bezahlen kommende Rechnungen.`,
  },
  settled: (amount) => `${amount} sind unterwegs.`,
  refusedAgain: 'Die Karte hat wieder abgelehnt.',
};
