import type { handLimits as english } from '../en/hand-limits.ts';

export const handLimits: typeof english = {
  title: 'Änderungen von Hand',
  hint: 'Wie viel die Leitung mit einer Änderung höchstens hinzufügen oder abziehen kann. Darüber kann es nur die Inhaberin oder der Inhaber. Leer heißt: keine Grenze. Jede Änderung steht mit Grund und Namen im Verlauf des Kunden.',
  visits: 'Besuche auf einmal',
  amount: (currency) => `Betrag auf einmal (${currency})`,
  amountHint: 'Für Beträge zum Ausgeben und für Guthaben, außer für das, was ein Kunde einzahlt.',
  yours: (most) =>
    `Sie können höchstens ${most} auf einmal ändern. Für mehr wenden Sie sich bitte an die Inhaberin oder den Inhaber.`,
  mostVisits: (count) => (count === 1 ? 'einen Besuch' : `${count} Besuche`),
};
