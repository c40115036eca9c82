import type { Role } from '../../../../shared/domain/permission.ts';

export const shell = {
  skip: 'Skip to the content',
  contacts: 'Contacts',
  pastDue: 'Past due',
  pastDueCount: (count: number) => (count === 1 ? '1 open payment' : `${count} open payments`),
  plans: 'Plans',
  team: 'Team',
  settings: 'Settings',
  menu: 'Menu',
  navigation: 'Main',
  logout: 'Logout',
  search: 'Search clients',
  searchHint: 'Name, e-mail or phone',
  roles: {
    owner: 'Owner',
    manager: 'Manager',
    receptionist: 'Receptionist',
    cashier: 'Cashier',
    practitioner: 'Practitioner',
    accountant: 'Accountant',
  } satisfies Record<Role, string>,
};
