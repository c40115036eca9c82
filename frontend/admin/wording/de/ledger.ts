import type { ledger as english } from '../en/ledger.ts';

const clients = (count: number) => (count === 1 ? '1 Kunden' : `${count} Kunden`);
const entries = (count: number) => (count === 1 ? '1 neuer Eintrag' : `${count} neue Einträge`);

export const ledger: typeof english = {
  title: 'Kontrolle',
  text: 'Jede Nacht werden alle Guthaben aus ihrem Verlauf neu zusammengezählt und mit dem verglichen, was gespeichert ist.',
  never: 'Noch wurde keine Nacht geprüft. Die erste Prüfung kommt in der kommenden Nacht.',
  good: 'Alles stimmt',
  bad: (found) => (found === 1 ? 'Eine Stelle stimmt nicht' : `${found} Stellen stimmen nicht`),
  badText: 'Bitte sagen Sie es denen, die Regulars für Sie betreiben. Geändert wurde nichts.',
  checked: (date, count) => `Geprüft in der Nacht nach dem ${date}, für ${clients(count)} mit Guthaben.`,
  copy: 'Ihre Kopie',
  copyText:
    'Alle Guthaben vom ersten Eintrag an in einer Datei, ohne Namen. Mit dem freien Programm, das zu Regulars gehört, kann sie jeder auf dem eigenen Rechner prüfen und nachweisen, dass darin nichts nachträglich geändert, weggelassen oder eingefügt wurde.',
  download: 'Kopie herunterladen',
  goOn: 'Weitermachen',
  stop: 'Anhalten',
  copying: 'Wie viel kopiert ist',
  copied: (members, of) => `${members} von etwa ${of} Kunden kopiert. Bitte lassen Sie diese Seite offen.`,
  done: (count) => `Die Kopie ist vollständig und gespeichert: ${count} Einträge.`,
  how: 'So wird sie geprüft, im Ordner von Regulars:',
  seals: 'Siegel',
  sealsText:
    'Jede Nacht endet mit einem Siegel über alles bis dahin. Notieren Sie ab und zu eines oder geben Sie es Ihrer Buchhaltung: Keine geänderte Kopie kann dasselbe Siegel zeigen.',
  sealOf: (date) => `das Siegel vom ${date}`,
  nightly: (members, count) => `${members === 1 ? '1 Kunde' : `${members} Kunden`}, ${entries(count)}`,
  foundTag: (found) => `${found} gefunden`,
};
