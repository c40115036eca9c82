import type { DomainEvent, EventType } from '../../shared/domain/events.ts';
import { messageInstant } from '../../shared/domain/quiet-hours.ts';

/** Mails that nobody is waiting for when a job causes them. All others leave at once. */
const mayWait: ReadonlySet<EventType> = new Set([
  'receipt.ready',
  'payment.needs_attention',
  'membership.notice_due',
  'credit.expiring',
  'membership.cancelled',
  'membership.pause_agreed',
  'membership.pause_called_off',
  'membership.resumed',
  'membership.plan_changed',
  'membership.plan_change_scheduled',
  'membership.plan_change_undone',
  'membership.plan_change_declined',
  'invoice.refunded',
]);

/**
 * When the mail of an event may leave: at once if somebody has just done something and waits for it, else inside the
 * business's message hours (rules D2, M5).
 */
export const leavesAt = ({ type, actor, subject }: DomainEvent, now: number, timeZone: string): number =>
  mayWait.has(type) && actor.kind === 'system' && subject.awaited !== 1 ? messageInstant(now, timeZone) : now;
