import type { DomainEvent, EventType } from '../../shared/domain/events.ts';
import { finishedMail, type MailName, type MailRow, readMail, waitingMail } from '../store/mail-rows.ts';
import type { Stored } from '../store/stored.ts';
import { type Table, type Write, WriteConflict } from '../store/table.ts';
import { cancellationUndone } from './cancellation-undone.ts';
import { cardUpdated } from './card-updated.ts';
import { creditsExpiring } from './credits-expiring.ts';
import { estimateAnswered } from './estimate-answered.ts';
import { estimateSent } from './estimate-sent.ts';
import { estimateWithdrawn } from './estimate-withdrawn.ts';
import { invoiceOfOrder } from './invoice-of-order.ts';
import { mailOf } from './letter.ts';
import { memberInvitation } from './member-invitation.ts';
import { membershipCancelled } from './membership-cancelled.ts';
import { leavesAt } from './message-time.ts';
import { newVersionOff } from './new-version.ts';
import { noticeMail } from './notice-mail.ts';
import { passwordReset } from './password-reset.ts';
import { pauseAgreed, pauseChanged } from './pause-agreed.ts';
import { pauseCalledOff, pauseEndedEarly } from './pause-over.ts';
import { paymentAttention } from './payment-attention.ts';
import { paymentLink } from './payment-link.ts';
import { planChangeComing, planChangeDeclined, planChanged } from './plan-changed.ts';
import { questionAnswered } from './question-answered.ts';
import { questionWaiting } from './question-waiting.ts';
import { receipt } from './receipt.ts';
import { refund } from './refund.ts';
import { staffInvitation } from './staff-invitation.ts';
import type { MailWorld, NoMail, Prepare } from './world.ts';

export type MailOutcome = 'sent' | 'already_sent' | 'waiting' | 'not_for_mail' | NoMail;

const preparations: Readonly<Partial<Record<EventType, Prepare>>> = {
  'member.invited': memberInvitation,
  'staff.invited': staffInvitation,
  'password_reset.requested': passwordReset,
  'estimate.sent': estimateSent,
  'estimate.sent_again': estimateSent,
  'estimate.accepted': estimateAnswered,
  'estimate.declined': estimateAnswered,
  'estimate.withdrawn': estimateWithdrawn,
  'invoice.ready': invoiceOfOrder,
  'receipt.ready': receipt,
  'receipt.requested': receipt,
  'invoice.requested': invoiceOfOrder,
  'payment.needs_attention': paymentAttention,
  'payment.link_requested': paymentLink,
  'membership.notice_due': noticeMail,
  'credit.expiring': creditsExpiring,
  'membership.pause_agreed': pauseAgreed,
  'membership.pause_changed': pauseChanged,
  'membership.pause_called_off': pauseCalledOff,
  'membership.resumed': pauseEndedEarly,
  'membership.cancelled': membershipCancelled,
  'membership.plan_changed': planChanged,
  'membership.plan_change_scheduled': planChangeComing,
  'membership.plan_change_declined': planChangeDeclined,
  'membership.plan_change_undone': newVersionOff,
  'membership.cancellation_undone': cancellationUndone,
  'card.updated': cardUpdated,
  'invoice.refunded': refund,
  'question.asked': questionWaiting,
  'question.followed_up': questionWaiting,
  'question.answered': questionAnswered,
};

/** The mail of an event, or of one that the sweep found waiting. */
export type MailRequest = DomainEvent | MailName;

/** What a request came to, and for whom. */
export interface Sent {
  readonly outcome: MailOutcome;
  readonly type?: EventType;
  readonly memberId?: string | undefined;
}

/**
 * Sends the mail that an event calls for, once, or lets it wait for the morning. `now` is the instant that the request is
 * for. A link is stored before the mail leaves, the mark after it: a crash in between sends a second mail with a second
 * link at worst, and never loses one.
 */
export async function sendEventMail(world: MailWorld, request: MailRequest, now: number): Promise<Sent> {
  const known = await readMail(world.table, request);
  if (known && !('event' in known.value)) return { outcome: 'already_sent' };
  const event = 'type' in request ? request : known && 'event' in known.value ? known.value.event : undefined;
  if (!event) throw new Error(`no mail of ${request.eventId} waits`);
  const { type, memberId } = event;
  return { outcome: await sendOrWait(world, event, now, known), type, memberId };
}

async function sendOrWait(
  world: MailWorld,
  event: DomainEvent,
  now: number,
  known: Stored<MailRow> | undefined,
): Promise<MailOutcome> {
  const { table, mailer, siteOf, configurations } = world;
  const { business: slug, eventId, memberId } = event;
  const prepare = preparations[event.type];
  if (!prepare) return 'not_for_mail';
  // A mail cannot be taken back: it names services and prices as they are now, not as some seconds ago.
  const configuration = await configurations.reload(slug);
  if (!configuration) throw new Error(`there is no business ${slug}`);
  const business = configuration.business.value;

  const at = leavesAt(event, now, business.timeZone);
  if (at > now) return wait(table, event, at, known);
  const site = siteOf(slug);
  const letter = await prepare(world, { event, now, configuration, site });
  if (typeof letter === 'string') {
    if (known) await settle(table, finishedMail(event, now, known, letter));
    return letter;
  }
  const member = memberId === undefined ? {} : { member: memberId };
  await mailer.send(
    mailOf(letter, business, site, { template: letter.kind, business: slug, event: eventId, ...member }),
  );
  await settle(table, finishedMail(event, now, known));
  return 'sent';
}

async function wait(table: Table, event: DomainEvent, until: number, known: Stored<MailRow> | undefined) {
  const waits = known && 'until' in known.value && known.value.until === until;
  if (!waits) await settle(table, waitingMail(event, until, known));
  return 'waiting' as const;
}

async function settle(table: Table, write: Write): Promise<void> {
  try {
    await table.commit([write]);
  } catch (error) {
    // The same event was delivered twice at the same time: the other delivery has written it.
    if (!(error instanceof WriteConflict)) throw error;
  }
}
