import type { AgreementWords } from '../agreement-words.ts';

export const agreement: AgreementWords = {
  joining: {
    join: 'Mitglied werden',
    joinPlan: (plan) => `Mitglied werden: ${plan}`,
    addsAnother:
      'Sie sind angemeldet. Was Sie hier abschließen, kommt zu Ihren Mitgliedschaften hinzu. Wenn Sie stattdessen den Tarif wechseln möchten, fragen Sie bitte den Salon.',
    youPayToday: 'Sie zahlen heute',
    nothingToday: 'Nichts. Zuerst kommt die Probezeit; Sie hinterlegen nur Ihre Karte.',
    afterwards: 'Danach',
    nextBill: (amount, day) => `Die nächste Rechnung über ${amount} kommt am ${day}.`,
    noNextBill: 'Es folgt keine weitere Rechnung.',
    howItWorks: 'Wie sie sich verlängert und endet',
    aboutYou: 'Zu Ihnen',
    firstName: 'Vorname',
    lastName: 'Nachname',
    phone: 'Telefon',
    phoneRule: 'Nur wenn der Salon Sie anrufen darf.',
    emailRule: 'Hierher kommen Belege und der Link für Ihr Passwort.',
    firstNameMissing: 'Bitte geben Sie Ihren Vornamen ein.',
    lastNameMissing: 'Bitte geben Sie Ihren Nachnamen ein.',
    emailMissing: 'Bitte geben Sie Ihre E-Mail-Adresse ein, zum Beispiel name@example.com.',
    phoneWrong: 'Bitte prüfen Sie die Telefonnummer oder lassen Sie das Feld leer.',
    consent: ({ plan, today = 'nichts', next, terms }) =>
      [
        `Ich werde Mitglied mit „${plan}“. Ich zahle heute ${today}${next === undefined ? '' : ` und am ${next.day} ${next.amount}`}, abgebucht von der Karte, die ich als Nächstes eingebe.`,
        ...terms,
      ].join(' '),
    consentMissing: 'Bitte lesen Sie dies und setzen Sie das Häkchen, bevor es weitergeht.',
    // The law asks for these words wherever an obligation to pay begins, also after a trial.
    goOn: {
      payment: 'Zahlungspflichtig bestellen',
      trial: 'Zahlungspflichtig bestellen',
      card: 'Zahlungspflichtig bestellen',
    },
    passwordLater: 'Danach mailen wir Ihnen einen Link für Ihr Passwort.',
    toPlans: 'Alle Mitgliedschaften',
  },
};
