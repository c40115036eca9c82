import * as z from 'zod/mini';
import { InvitationId, LoginId, StaffId } from './ids.ts';
import { Role } from './permission.ts';
import { Email, Line } from './text.ts';
import { Instant } from './time.ts';

/**
 * A person who works for a business. `invited` until the invitation is accepted; `removed` people are refused at their
 * next request, whatever their token says.
 */
export const StaffMember = z.strictObject({
  staffId: StaffId,
  name: Line(80),
  email: Email,
  role: Role,
  state: z.enum(['invited', 'active', 'removed']),
  loginId: z.optional(LoginId),
  invitation: z.optional(z.strictObject({ invitationId: InvitationId, requestedAt: Instant })),
});
export type StaffMember = z.infer<typeof StaffMember>;
