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
  findings: 'Was nicht stimmt',
  findingsText:
    'Geändert wurde nichts, und Kunden wurde nichts gesagt. Bis es geklärt ist: Beantworten Sie Fragen zum Guthaben dieser Kunden aus dem Verlauf, berichtigen Sie die Zahl nicht von Hand, und geben Sie diese Liste an die weiter, die Regulars für Sie betreiben: Im Protokoll steht dasselbe. Jede Nacht erscheint es wieder, bis es in Ordnung gebracht ist.',
  means: {
    never_below_zero: 'Was übrig ist, ergibt sich nicht aus dem Verlauf',
    buckets_add_up: 'Die einzelnen Guthaben ergeben zusammen nicht den Stand',
    hold_ends_once: 'Etwas Reserviertes wurde zweimal genutzt oder zurückgegeben',
    granted_once: 'Das Guthaben eines Zeitraums kam zweimal',
    renewal_is_paid: 'Guthaben und Zahlung eines Zeitraums passen nicht zusammen',
    transfer_has_two_halves: 'Was jemand weitergab, ist nicht, was ein anderer erhielt',
    used_in_time: 'Etwas wurde nach seinem letzten Tag genutzt',
    not_used_on_hold: 'Etwas wurde genutzt, während es ruhte',
    places_add_up: 'Die Summen eines Standorts stimmen nicht',
    replay_matches: 'Was gespeichert ist, ergibt sich nicht aus dem Verlauf',
    chain_unbroken: 'Ein Eintrag des Verlaufs wurde geändert oder fehlt',
    sealed_is_there: 'Etwas, das bei einem früheren Siegel da war, fehlt oder ist anders',
    days_unbroken: 'Die Siegel folgen nicht aufeinander',
  },
  ledgers: { credits: 'Guthaben', money: 'Kontoguthaben' },
  entryNumber: (sequence) => `Eintrag ${sequence}`,
  openClient: 'Kunden öffnen',
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
