import type { Role } from '../../../../shared/domain/permission.ts';

export const team = {
  title: 'Team',
  invite: 'Invite colleague',
  inviteTitle: 'Invite a colleague',
  inviteHint: 'An e-mail with a link to choose a password goes to this address.',
  name: 'Name',
  email: 'E-mail',
  role: 'Role',
  roleOf: (name: string) => `Role of ${name}`,
  state: 'State',
  states: { invited: 'Invited', active: 'Active', removed: 'No access' },
  you: 'you',
  invited: (email: string) => `The invitation to ${email} is on its way.`,
  roleChanged: (name: string, role: string) => `${name} is now: ${role}.`,
  remove: (name: string) => `Remove ${name}`,
  removeTitle: (name: string) => `Take away ${name}’s access?`,
  removeText:
    'Access ends at once, on every device. What this person did stays in the history. You can invite them again.',
  removeConfirm: 'Take away access',
  removed: (name: string) => `${name} no longer has access.`,
  changeTitle: (name: string) => `Change the role of ${name}`,
  changeSelf: 'This is your own role: you may lose access to this page.',
  change: 'Change role',
  sendInvite: 'Send invitation',
  roleDoes: {
    owner: 'May do everything: team, settings, plans, clients.',
    manager:
      'Runs the day: clients with care details, plans, refunds, corrections of credits, history. No team, no settings.',
    receptionist:
      'The front desk: clients, contact details, enrolment, redemption, payments, invitations, notes, documents.',
    cashier: 'Finds clients, takes redemptions and payments, reads notes. Sees no contact details.',
    practitioner: 'Treats clients: care details, notes, redemption. Sees no contact details.',
    accountant: 'Reads clients, payments and the history. Changes nothing, sees no contact details.',
  } satisfies Record<Role, string>,
};
