import * as z from 'zod/mini';
import { LocationId, MemberId, MembershipId, PlanId } from '../../domain/ids.ts';
import { MemberDetails } from '../../domain/member.ts';
import { PaymentMode } from '../../domain/membership.ts';
import { ShownStatus } from '../../domain/standing.ts';
import { Email } from '../../domain/text.ts';
import { Instant, LocalDate } from '../../domain/time.ts';
import { BillingView, InvoiceSummary } from '../billing-views.ts';
import type { Operations } from '../operation.ts';
import { AuditLine, CreditGroup, MembershipView, PageQuery, pageOf, ServiceView } from '../views.ts';

const Nothing = z.strictObject({});

/** A line of Contacts: enough to recognise the person, nothing that the role must not see. */
export const ContactLine = z.strictObject({
  memberId: MemberId,
  firstName: z.string(),
  lastName: z.string(),
  company: z.optional(z.string()),
  email: z.optional(Email),
  phone: z.optional(z.string()),
});
export type ContactLine = z.infer<typeof ContactLine>;

/** The client profile on one page. Fields that the role must not see are absent (001-069). */
export const MemberPage = z.strictObject({
  today: LocalDate,
  memberId: MemberId,
  /** Pass it back when editing: an edit of an older version is refused instead of undoing a colleague's. */
  version: z.int(),
  details: MemberDetails,
  createdOn: LocalDate,
  memberships: z.array(MembershipView),
  /** Why staff agreed on pauses that run or are to come. */
  pauseReasons: z.optional(z.array(z.strictObject({ membershipId: MembershipId, reason: z.string() }))),
  /** What can be used today, and what is used up. */
  credits: z.array(CreditGroup),
  /** What is there and cannot be used today: it rests in a pause, or its payment is disputed. */
  waiting: z.array(CreditGroup),
  services: z.array(ServiceView),
  /** Must pay by card for everything: staff see it in red, the client never (002-017, 002-018). */
  payLaterDisabled: z.boolean(),
  billing: z.optional(
    z.strictObject({
      ...BillingView.shape,
      link: z.optional(z.strictObject({ sentAt: Instant, openedAt: z.optional(Instant) })),
      /** Mails to the address on record come back. */
      /** Mails can be asked for, whether or not the reader sees the address. */
      hasEmail: z.boolean(),
      undeliverable: z.optional(z.enum(['bounce', 'complaint'])),
      /** Every open invoice (002-004, 002-025). */
      open: z.array(InvoiceSummary),
    }),
  ),
  portal: z.optional(
    z.strictObject({
      state: z.enum(['no_email', 'not_invited', 'invitation_on_its_way', 'invited', 'can_sign_in']),
      invitedAt: z.optional(Instant),
      sentAt: z.optional(Instant),
      logins: z.array(z.strictObject({ email: Email, linkedAt: Instant })),
      /** Nobody signs in with the address on the record (000-042). */
      mismatch: z.boolean(),
    }),
  ),
});
export type MemberPage = z.infer<typeof MemberPage>;

const memberPath = '/{business}/staff/members/{memberId}';

/** Clients: finding, adding, the profile, inviting, enrolling, what happened. */
export const clientOperations = {
  searchContacts: {
    summary:
      'Finds clients by the beginning of any part of name, e-mail or phone; without words, lists all by last name',
    method: 'GET',
    path: '/{business}/staff/contacts',
    audience: 'staff',
    permission: 'clients.read',
    query: z.strictObject({ ...PageQuery.shape, q: z.optional(z.string().check(z.maxLength(100))) }),
    reply: pageOf(ContactLine),
    refusals: [],
    needs: ['table:read'],
    errorImpact: 'the front desk cannot find anybody',
  },
  createMember: {
    summary: 'Adds a client',
    method: 'POST',
    path: '/{business}/staff/members',
    audience: 'staff',
    permission: 'clients.write',
    idempotent: true,
    body: MemberDetails,
    reply: z.strictObject({ memberId: MemberId }),
    status: 201,
    refusals: [],
    needs: ['table:read', 'table:write'],
    errorImpact: 'new clients cannot be added',
  },
  getMember: {
    summary: 'The client profile on one page',
    method: 'GET',
    path: memberPath,
    audience: 'staff',
    permission: 'clients.read',
    reply: MemberPage,
    refusals: ['not_found'],
    needs: ['table:read'],
    errorImpact: 'the front desk cannot help anybody',
  },
  updateMember: {
    summary:
      'Changes a client’s details; a field left out of the body is removed, one that the role cannot see is kept',
    method: 'PUT',
    path: memberPath,
    audience: 'staff',
    permission: 'clients.write',
    body: z.strictObject({ version: z.int(), details: MemberDetails }),
    reply: z.strictObject({ version: z.int() }),
    refusals: ['not_found', 'conflicting_change'],
    needs: ['table:read', 'table:write'],
    errorImpact: 'client details cannot be changed',
  },
  sendPortalInvite: {
    summary: 'Mails the client an invitation to the portal; a second one voids the first',
    method: 'POST',
    path: `${memberPath}/invitation`,
    audience: 'staff',
    permission: 'portal.invite',
    idempotent: true,
    body: Nothing,
    reply: z.strictObject({ to: Email }),
    status: 202,
    refusals: ['not_found', 'email_missing'],
    needs: ['table:read', 'table:write'],
    errorImpact: 'clients cannot be invited to the portal',
  },
  enrolMember: {
    summary: 'Enrols a client in a plan and grants the credits of the current period',
    method: 'POST',
    path: `${memberPath}/memberships`,
    audience: 'staff',
    permission: 'memberships.enrol',
    idempotent: true,
    body: z.strictObject({
      planId: PlanId,
      /** The version whose terms were seen: another one that was published meanwhile is refused, not taken. */
      planVersion: z.optional(z.int().check(z.minimum(1))),
      startsOn: LocalDate,
      /** How the periods after the first are paid; the desk unless told. */
      payment: z.optional(PaymentMode),
      /** How the first period was paid; absent for a start in the future, or one brought over from an older system. */
      paidBy: z.optional(z.enum(['cash', 'terminal', 'transfer'])),
      locationId: z.optional(LocationId),
    }),
    reply: z.strictObject({ membershipId: MembershipId, status: ShownStatus, credits: z.array(CreditGroup) }),
    status: 201,
    refusals: [
      'not_found',
      'plan_not_offered',
      'conflicting_change',
      'already_enrolled',
      'start_out_of_range',
      'payments_not_connected',
      'pay_later_disabled',
    ],
    needs: ['table:read', 'table:write'],
    errorImpact: 'nobody can be enrolled',
  },
  renewMembership: {
    summary: 'Records that the next period was paid at the desk: opens it and grants its credits, once',
    method: 'POST',
    path: `${memberPath}/memberships/{membershipId}/renewal`,
    audience: 'staff',
    permission: 'memberships.enrol',
    idempotent: true,
    body: z.strictObject({
      /** The start of the newest period that the author saw, so that one payment is never recorded by two colleagues. */
      after: LocalDate,
      method: z.optional(z.enum(['cash', 'terminal', 'transfer'])),
    }),
    reply: z.strictObject({ membership: MembershipView, credits: z.array(CreditGroup) }),
    status: 201,
    refusals: [
      'not_found',
      'conflicting_change',
      'membership_not_running',
      'membership_paused',
      'not_due_yet',
      'payment_in_progress',
    ],
    needs: ['table:read', 'table:write'],
    errorImpact: 'members who paid at the desk wait for their new credits',
  },
  listHistory: {
    summary: 'Who changed what on this client, newest first',
    method: 'GET',
    path: `${memberPath}/history`,
    audience: 'staff',
    permission: 'audit.read',
    query: PageQuery,
    reply: pageOf(AuditLine),
    refusals: ['not_found'],
    needs: ['table:read'],
    errorImpact: 'the audit trail cannot be read',
  },
} as const satisfies Operations;
