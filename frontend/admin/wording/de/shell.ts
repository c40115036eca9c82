import type { shell as english } from '../en/shell.ts';

export const shell: typeof english = {
  skip: 'Zum Inhalt springen',
  contacts: 'Kontakte',
  pastDue: 'Überfällig',
  estimates: 'Voranschläge',
  questions: 'Fragen',
  counts: {
    pastDue: (count) => (count === 1 ? '1 offene Zahlung' : `${count} offene Zahlungen`),
    estimates: (count) =>
      count === 1 ? '1 Kostenvoranschlag zu berechnen' : `${count} Kostenvoranschläge zu berechnen`,
    questions: (count: number) => (count === 1 ? '1 Frage zu beantworten' : `${count} Fragen zu beantworten`),
  },
  plans: 'Tarife',
  team: 'Team',
  ledger: 'Kontrolle',
  settings: 'Einstellungen',
  menu: 'Menü',
  navigation: 'Hauptbereiche',
  logout: 'Abmelden',
  search: 'Kunden suchen',
  searchHint: 'Name, E-Mail oder Telefon',
  roles: {
    owner: 'Inhaber/in',
    manager: 'Leitung',
    receptionist: 'Empfang',
    cashier: 'Kasse',
    practitioner: 'Behandlung',
    accountant: 'Buchhaltung',
  },
};
