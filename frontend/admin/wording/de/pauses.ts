import type { pauses as english } from '../en/pauses.ts';

const days = (count: number): string => (count === 1 ? 'einen Tag' : `${count} Tage`);

export const pauses: typeof english = {
  title: 'Pausen',
  hint: 'Diese Regeln gelten für jede Pause. Am Empfang lässt sich zu Zahlungstag und Leistungen etwas anderes vereinbaren.',
  dates: 'Was geschieht mit dem Zahlungstag?',
  datesChoices: {
    shift: {
      label: 'Er verschiebt sich um die Tage der Pause',
      description: 'Jeder bezahlte Tag wird genutzt. Spätere Rechnungen kommen am neuen Tag.',
    },
    keep: {
      label: 'Er bleibt; Rechnungen während der Pause entfallen',
      description: 'Wer am 1. zahlt, zahlt weiter am 1. Die Rückkehr wird nie doppelt berechnet.',
    },
  },
  benefits: 'Was geschieht mit bezahlten Leistungen?',
  benefitsChoices: {
    frozen: {
      label: 'Sie ruhen und gelten um ebenso viele Tage länger',
      description: 'Durch eine Pause geht kein Besuch verloren.',
    },
    usable: {
      label: 'Sie sind während der Pause nutzbar',
      description: 'Bis zu ihrem letzten Tag, der bleibt. Rabatte ruhen.',
    },
  },
  minDays: 'Kürzeste Pause in Tagen',
  maxDays: 'Längste Pause in Tagen',
  perYear: 'Pausen im Jahr',
  perYearHint: 'Innerhalb von zwölf Monaten.',
  limitsHint:
    'Mitglieder bleiben in diesen Grenzen. Am Empfang kann das Ende offen bleiben; Inhaber und Leitung dürfen über die Grenzen hinausgehen und sagen, warum.',
  maxBelowMin: 'Die längste Pause kann nicht kürzer sein als die kürzeste.',
  fee: 'Was eine Pause kostet',
  feeHint: 'Leer: nichts. Steht da, bevor jemand zustimmt.',
  feePer: 'Wie oft',
  feePerHint: 'Der Betrag kommt mit der ersten Rechnung nach der Pause.',
  feePerChoices: {
    pause: 'Einmal je Pause',
    period: 'Für jede Rechnung, die in die Pause fällt',
  },
  example: {
    title: 'Zum Beispiel',
    somebody: (bill, count, lastDay) =>
      `Jemand zahlt monatlich, die nächste Rechnung kommt am ${bill}. Die Pause beginnt heute und dauert ${days(count)}, bis zum ${lastDay}.`,
    moves: (bill, after) => `Statt am ${bill} kommt die nächste Rechnung am ${after}.`,
    leftOut: (bill, after) => `Die Rechnung am ${bill} entfällt. Die nächste kommt am ${after}.`,
    comesAsPlanned: (bill) => `Die Rechnung kommt wie geplant am ${bill}: Dann ist die Pause vorbei.`,
    rest: (count, before, after) =>
      `Nicht genutzte Besuche ruhen solange und gelten ${days(count)} länger: bis zum ${after} statt bis zum ${before}.`,
    usable: (lastUse) =>
      `Nicht genutzte Besuche sind während der Pause nutzbar. Ihr letzter Tag bleibt der ${lastUse}.`,
    free: 'Die Pause kostet nichts.',
    costs: (amount, bill) => `Die Pause kostet ${amount}, mit der Rechnung am ${bill}.`,
  },
};
