import type { shell as english } from '../en/shell.ts';

export const shell: typeof english = {
  skip: 'Zum Inhalt springen',
  contacts: 'Kontakte',
  plans: 'Tarife',
  team: 'Team',
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
