import * as z from 'zod/mini';
import { Actor, type EntryKind } from './credit-account.ts';
import { EventId, MemberId, Slug } from './ids.ts';
import { Instant } from './time.ts';

/** Every fact that other parts may react to. The name is the subject, then what happened to it. */
export const eventTypes = [
  'business.created',
  'business.changed',
  'service.saved',
  'location.saved',
  'plan.published',
  'plan.withdrawn',
  'plan.offered',
  'staff.invited',
  'staff.joined',
  'staff.changed',
  'staff.removed',
  'member.created',
  'member.changed',
  'member.invited',
  'member.login_linked',
  'membership.enrolled',
  'membership.renewed',
  'membership.cancelled',
  'membership.shared',
  'membership.sharing_stopped',
  'membership.cancellation_undone',
  'membership.ended',
  'membership.cancel_reason_noted',
  'membership.pause_agreed',
  'membership.pause_changed',
  'membership.pause_called_off',
  'membership.paused',
  'membership.resumed',
  'membership.notice_due',
  'invoice.issued',
  'invoice.paid',
  'invoice.voided',
  'invoice.refunded',
  'invoice.disputed',
  'receipt.ready',
  'receipt.requested',
  'payment.needs_attention',
  'payment.link_requested',
  'payment.links_voided',
  'card.updated',
  'account_credit.changed',
  'billing.changed',
  'payments.connected',
  'enrolment.completed',
  'credit.granted',
  'credit.redeemed',
  'credit.restored',
  'credit.adjusted',
  'credit.expired',
  'credit.frozen',
  'credit.thawed',
  'credit.held',
  'credit.released',
  'credit.passed_on',
  'credit.received',
  'credit.corrected',
  'benefit.used',
  'benefit.use_undone',
  'note.added',
  'document.added',
  'question.asked',
  'question.followed_up',
  'question.answered',
  'question.assigned',
  'question.closed',
  'question.reopened',
  'password_reset.requested',
  'password.changed',
  'preferences.changed',
] as const;
export const EventType = z.enum(eventTypes);
export type EventType = z.infer<typeof EventType>;

/**
 * A fact, as it travels on the bus and stays in the audit trail. `subject` holds ids only, never personal data:
 * a consumer that needs more reads the row.
 */
export const DomainEvent = z.strictObject({
  eventId: EventId,
  type: EventType,
  business: Slug,
  memberId: z.optional(MemberId),
  actor: Actor,
  at: Instant,
  requestId: z.string(),
  subject: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type DomainEvent = z.infer<typeof DomainEvent>;

/** The event that each kind of credit entry announces. */
export const eventOfEntry = {
  GRANT: 'credit.granted',
  CONSUME: 'credit.redeemed',
  RESTORE: 'credit.restored',
  EXPIRE: 'credit.expired',
  ADJUST: 'credit.adjusted',
  FREEZE: 'credit.frozen',
  UNFREEZE: 'credit.thawed',
  HOLD: 'credit.held',
  RELEASE: 'credit.released',
  TRANSFER_OUT: 'credit.passed_on',
  TRANSFER_IN: 'credit.received',
  CORRECT: 'credit.corrected',
  USE: 'benefit.used',
  UNUSE: 'benefit.use_undone',
} as const satisfies Record<EntryKind, EventType>;
