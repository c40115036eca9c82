import * as z from 'zod/mini';

/** What a member of staff may do. An operation names exactly one; fields of a reply name others. */
export const permissions = [
  'clients.read',
  'clients.contact',
  'clients.care',
  'clients.write',
  'memberships.enrol',
  'memberships.override',
  'credits.redeem',
  'credits.adjust',
  'credits.approve',
  'portal.invite',
  'billing.read',
  'billing.collect',
  'billing.refund',
  'notes.read',
  'notes.write',
  'documents.read',
  'documents.write',
  'questions.answer',
  'plans.manage',
  'business.manage',
  'staff.manage',
  'audit.read',
] as const;
export const Permission = z.enum(permissions);
export type Permission = z.infer<typeof Permission>;

/** Roles are per business and live in the table, not in Cognito. One person may run a whole salon as `owner` (001-068). */
export const Role = z.enum(['owner', 'manager', 'receptionist', 'cashier', 'practitioner', 'accountant']);
export type Role = z.infer<typeof Role>;

const frontDesk = [
  'clients.read',
  'clients.contact',
  'clients.write',
  'memberships.enrol',
  'credits.redeem',
  'portal.invite',
  'billing.read',
  'billing.collect',
  'notes.read',
  'notes.write',
  'documents.read',
  'documents.write',
  'questions.answer',
] as const satisfies readonly Permission[];

/**
 * Who may do what. `clients.care` is formulas, allergies and preferences: people who treat the client (001-069).
 * `questions.answer` shows what a member has written in private, with what they pay: the front desk (decision 29).
 * `credits.approve` goes beyond the owner's limit for changes by hand; `memberships.override` goes beyond what the business allows, such as a longer pause (rule P5).
 */
export const permissionsOf: Readonly<Record<Role, readonly Permission[]>> = {
  owner: permissions,
  manager: [
    ...frontDesk,
    'memberships.override',
    'clients.care',
    'credits.adjust',
    'billing.refund',
    'plans.manage',
    'audit.read',
  ],
  receptionist: frontDesk,
  cashier: ['clients.read', 'credits.redeem', 'billing.read', 'billing.collect', 'notes.read'],
  practitioner: ['clients.read', 'clients.care', 'credits.redeem', 'notes.read', 'notes.write'],
  accountant: ['clients.read', 'billing.read', 'audit.read'],
};

export function mayDo(role: Role, permission: Permission): boolean {
  return permissionsOf[role].includes(permission);
}
