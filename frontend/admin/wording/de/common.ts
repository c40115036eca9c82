import type { common as english } from '../en/common.ts';

export const common: typeof english = {
  save: 'Speichern',
  cancel: 'Abbrechen',
  edit: 'Bearbeiten',
  close: 'Schließen',
  retry: 'Erneut versuchen',
  undo: 'Rückgängig',
  more: 'Mehr anzeigen',
  loading: 'Wird geladen',
  dismiss: 'Ausblenden',
  noAnswer:
    'Es kam keine Antwort. Prüfen Sie die Verbindung und versuchen Sie es erneut: Nichts wird doppelt ausgeführt.',
  checkFields: 'Bitte prüfen Sie die markierten Felder.',
  required: 'Bitte füllen Sie dieses Feld aus.',
  tooLong: 'Das ist zu lang.',
  emailWrong: 'Das sieht nicht wie eine E-Mail-Adresse aus, zum Beispiel anna@example.com.',
  phoneWrong: 'Bitte geben Sie die Nummer mit Ländervorwahl an, zum Beispiel +49 30 1234567.',
  webWrong: 'Bitte geben Sie eine Adresse an, die mit https:// beginnt.',
  dateWrong: 'Bitte geben Sie ein Datum an.',
  amountWrong: (example) => `Bitte geben Sie einen Betrag an, zum Beispiel ${example}.`,
  numberBetween: (least, most) => `Bitte geben Sie eine ganze Zahl von ${least} bis ${most} an.`,
  notFoundTitle: 'Diese Seite gibt es nicht',
  notFound: 'Die Adresse führt nirgendwohin, oder Sie dürfen den Inhalt nicht sehen.',
  toContacts: 'Zu den Kontakten',
};
