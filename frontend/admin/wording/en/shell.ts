import type { Role } from '../../../../shared/domain/permission.ts';

export const shell = {
  skip: 'Skip to the content',
  contacts: 'Contacts',
  pastDue: 'Past due',
  estimates: 'Estimates',
  questions: 'Questions',
  counts: {
    pastDue: (count: number) => (count === 1 ? '1 open payment' : `${count} open payments`),
    estimates: (count: number) => (count === 1 ? '1 estimate to invoice' : `${count} estimates to invoice`),
    questions: (count: number) => (count === 1 ? '1 question to answer' : `${count} questions to answer`),
  },
  plans: 'Plans',
  team: 'Team',
  ledger: 'Balance checks',
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
