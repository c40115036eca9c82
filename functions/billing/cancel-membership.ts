import type { CancellationView } from '../../shared/contract/cancellation-views.ts';
import type { GivenReason } from '../../shared/domain/cancel-reason.ts';
import { type CancelAsk, cancel, giveReason, undoCancellation } from '../../shared/domain/cancellation.ts';
import type { Membership } from '../../shared/domain/membership.ts';
import { bookPause } from '../../shared/domain/pause-books.ts';
import { cancellationWrite } from '../store/cancellation-rows.ts';
import type { Outcome } from '../store/change.ts';
import { announce } from '../store/event-writes.ts';
import { invoiceOf, invoiceWrite } from '../store/invoice-rows.ts';
import { keys } from '../store/keys.ts';
import { pastDueWrites } from '../store/membership-writes.ts';
import type { Write } from '../store/table.ts';
import { pauseDays } from '../views/pause-view.ts';
import { cancellationView } from './cancellation-view.ts';
import { droppedPause } from './dropped-pause.ts';
import { type ClaimedRefund, type Ending, isCancelled, settleEnding } from './end-membership.ts';
import { pauseWrites } from './pause-membership.ts';
import type { LoadedScene } from './scene.ts';
import type { BillingWorld } from './world.ts';

/** A membership that was cancelled, with what the preview has said of it. */
export interface Decided {
  readonly membership: Membership;
  readonly cancellation: CancellationView;
}

/**
 * Marks the membership as ending, voids what is open and, when it ends now, settles its credits: one transaction (rule
 * K7). What is then `claimed` is paid back afterwards.
 */
export async function cancelled(
  world: BillingWorld,
  scene: LoadedScene,
  ask: CancelAsk,
): Promise<Outcome<Decided> & { readonly claimed: readonly ClaimedRefund[] }> {
  const { membershipId, occasion, plan } = scene;
  const after = cancel(scene.membership, ask, occasion.today, plan);
  if (!isCancelled(after)) throw new Error('a cancelled membership has an end');
  const { cancelOn } = after;
  const cancellation = await cancellationView(world, scene, after);
  const ending: Ending =
    after.status === 'cancelled'
      ? await settleEnding(world, scene, after)
      : { membership: after, writes: [], claimed: [] };
  const { voids, dropsPause, endsPause } = cancellation;
  const told = {
    ...(voids === undefined ? {} : { voids: voids.amount }),
    ...(dropsPause === undefined ? {} : droppedPause(dropsPause)),
    ...(endsPause ? { endsPause: 1 } : {}),
  };
  return {
    writes: [
      scene.become(ending.membership),
      await counted(world, scene, after),
      ...(await voidOpen(world.table, scene, after)),
      announce(scene.event('membership.cancelled', { membershipId, cancelOn, because: 'requested', ...told })),
      ...ending.writes,
    ],
    reply: { membership: ending.membership, cancellation },
    claimed: ending.claimed,
  };
}

/** The write that keeps the count of cancellations true. */
export async function counted(
  { table }: Pick<BillingWorld, 'table'>,
  { slug, membershipId, occasion }: LoadedScene,
  after: Membership,
): Promise<Write> {
  const [row] = await table.read([keys.cancellation(slug, membershipId)]);
  return cancellationWrite(slug, row, after, occasion.today);
}

/** The writes that void the invoice which the membership no longer owes. */
export async function voidOpen(table: BillingWorld['table'], scene: LoadedScene, after: Membership): Promise<Write[]> {
  const { slug, memberId, membershipId, membership } = scene;
  const { due } = membership;
  if (due === undefined || after.due !== undefined) return [];
  const [invoiceRow, pastDueRow] = await table.read([
    keys.invoice(slug, memberId, due.invoiceId),
    keys.pastDue(slug, membershipId),
  ]);
  const invoice = invoiceRow && invoiceOf(invoiceRow);
  return [
    ...(invoice
      ? [
          invoiceWrite(slug, invoice, { ...invoice.value, state: 'void' }, invoice.event),
          announce(scene.event('invoice.voided', { membershipId, invoiceId: due.invoiceId })),
        ]
      : []),
    ...pastDueWrites(slug, pastDueRow, after),
  ];
}

/** Takes the cancellation back, with the pause that it has put off where that can still take place: from today, it begins. */
export async function cancellationUndone(world: BillingWorld, scene: LoadedScene): Promise<Outcome<Membership>> {
  const { membershipId, membership, snapshot, occasion } = scene;
  const books = bookPause(undoCancellation(membership, occasion.today), snapshot.account.value, occasion);
  const after = books.membership;
  const { putOffPause } = membership;
  const staysOff = putOffPause === undefined || after.pause !== undefined ? {} : droppedPause(pauseDays(putOffPause));
  const event = scene.event('membership.cancellation_undone', { membershipId, ...staysOff });
  return {
    writes: [...pauseWrites(world, scene, books), await counted(world, scene, after), announce(event)],
    reply: after,
  };
}

/** Writes down why, in the membership, in the count and in the audit trail (rule K4). */
export async function reasonNoted(
  world: BillingWorld,
  scene: LoadedScene,
  reason: GivenReason,
): Promise<Outcome<Record<never, never>>> {
  const { membershipId } = scene;
  const after = giveReason(scene.membership, reason);
  const event = scene.event('membership.cancel_reason_noted', { membershipId, reason });
  return { writes: [scene.become(after), await counted(world, scene, after), announce(event)], reply: {} };
}
