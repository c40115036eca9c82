import { numberWord } from '../format.ts';
import type { SharingWords } from '../sharing-words.ts';

export const sharing: SharingWords = {
  title: 'Mit Ihnen geteilt',
  from: (name, plan) => `Von ${name}, mit ${plan}`,
  left: (units) => {
    if (units === 0) return 'Sie haben alles genutzt, was Sie in diesem Zeitraum nutzen dürfen.';
    return units === 1
      ? 'In diesem Zeitraum dürfen Sie noch einen Besuch davon nutzen.'
      : `In diesem Zeitraum dürfen Sie noch ${numberWord(units, 'de')} Besuche davon nutzen.`;
  },
  resting: 'Zurzeit lässt sich nichts davon nutzen.',
  nothing: 'Zurzeit ist nichts übrig.',
  showAtDesk: 'Sagen Sie am Empfang, wessen Mitgliedschaft Sie nutzen.',
  others: (plan) => `Wer ${plan} noch nutzen darf`,
  addAtSalon: 'Ihr Salon kann weitere Personen hinzufügen.',
  remove: 'Entfernen',
  removeOf: (name) => `${name} entfernen`,
  removeTitle: (name) => `${name} entfernen?`,
  removeText: (name) => `${name} kann ab jetzt nichts mehr nutzen. Was genutzt wurde, bleibt genutzt.`,
  keep: 'Behalten',
};
