import * as z from 'zod/mini';
import { Role } from '../../domain/permission.ts';
import { Email, Line } from '../../domain/text.ts';
import type { Operations } from '../operation.ts';
import { StaffView } from '../views.ts';

/** The people who work here. */
export const teamOperations = {
  listStaff: {
    summary: 'Everybody who works here',
    method: 'GET',
    path: '/{business}/staff/staff-members',
    audience: 'staff',
    permission: 'staff.manage',
    reply: z.strictObject({ items: z.array(StaffView) }),
    refusals: [],
    needs: ['table:read'],
    errorImpact: 'the owner cannot see who has access',
  },
  inviteStaff: {
    summary: 'Invites a colleague by e-mail',
    method: 'POST',
    path: '/{business}/staff/staff-members',
    audience: 'staff',
    permission: 'staff.manage',
    idempotent: true,
    body: z.strictObject({ name: Line(80), email: Email, role: Role }),
    reply: StaffView,
    status: 201,
    refusals: ['staff_already_invited'],
    needs: ['table:read', 'table:write'],
    errorImpact: 'new staff cannot start',
  },
  changeRole: {
    summary: 'Gives a colleague another role',
    method: 'PATCH',
    path: '/{business}/staff/staff-members/{staffId}',
    audience: 'staff',
    permission: 'staff.manage',
    body: z.strictObject({ role: Role }),
    reply: StaffView,
    refusals: ['not_found', 'last_owner'],
    needs: ['table:read', 'table:write'],
    errorImpact: 'roles cannot be changed',
  },
  removeStaff: {
    summary: 'Takes away a colleague’s access, from the next request on',
    method: 'DELETE',
    path: '/{business}/staff/staff-members/{staffId}',
    audience: 'staff',
    permission: 'staff.manage',
    reply: StaffView,
    refusals: ['not_found', 'last_owner'],
    needs: ['table:read', 'table:write'],
    errorImpact: 'somebody who left keeps access',
  },
} as const satisfies Operations;
