import type { team as english } from '../en/team.ts';

export const team: typeof english = {
  title: 'Team',
  invite: 'Ins Team einladen',
  inviteTitle: 'Jemanden ins Team einladen',
  inviteHint: 'An diese Adresse geht eine E-Mail mit einem Link, um ein Passwort zu wählen.',
  name: 'Name',
  email: 'E-Mail',
  role: 'Rolle',
  roleOf: (name) => `Rolle von ${name}`,
  state: 'Stand',
  states: { invited: 'Eingeladen', active: 'Aktiv', removed: 'Kein Zugang' },
  you: 'Sie',
  invited: (email) => `Die Einladung an ${email} ist unterwegs.`,
  roleChanged: (name, role) => `${name} hat jetzt die Rolle ${role}.`,
  remove: (name) => `${name} entfernen`,
  removeTitle: (name) => `${name} den Zugang entziehen?`,
  removeText:
    'Der Zugang endet sofort, auf jedem Gerät. Was diese Person getan hat, bleibt im Verlauf. Sie können sie wieder einladen.',
  removeConfirm: 'Zugang entziehen',
  removed: (name) => `${name} hat keinen Zugang mehr.`,
  changeTitle: (name) => `Rolle von ${name} ändern`,
  changeSelf: 'Das ist Ihre eigene Rolle: Vielleicht sehen Sie diese Seite danach nicht mehr.',
  change: 'Rolle ändern',
  sendInvite: 'Einladung senden',
  roleDoes: {
    owner: 'Darf alles: Team, Einstellungen, Tarife, Kunden.',
    manager:
      'Führt den Tag: Kunden mit Behandlungsdaten, Tarife, Erstattungen, Berichtigungen, Verlauf. Kein Team, keine Einstellungen.',
    receptionist: 'Der Empfang: Kunden, Kontaktdaten, Aufnahme, Einlösen, Zahlungen, Einladungen, Notizen, Dokumente.',
    cashier: 'Findet Kunden, löst Guthaben ein, nimmt Zahlungen an, liest Notizen. Sieht keine Kontaktdaten.',
    practitioner: 'Behandelt: Behandlungsdaten, Notizen, Einlösen. Sieht keine Kontaktdaten.',
    accountant: 'Liest Kunden, Zahlungen und den Verlauf. Ändert nichts, sieht keine Kontaktdaten.',
  },
};
