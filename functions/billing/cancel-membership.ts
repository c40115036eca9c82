import { type CancelWhen, cancel, undoCancellation } from '../../shared/domain/cancellation.ts';
import type { Membership } from '../../shared/domain/membership.ts';
import type { Outcome } from '../store/change.ts';
import { announce } from '../store/event-writes.ts';
import { invoiceOf, invoiceWrite } from '../store/invoice-rows.ts';
import { keys } from '../store/keys.ts';
import { pastDueWrites } from '../store/membership-writes.ts';
import type { Write } from '../store/table.ts';
import type { LoadedScene } from './scene.ts';
import type { BillingWorld } from './world.ts';

/** Marks the membership as ending, and voids what is open, in one transaction (rule K7). */
export async function cancelled(
  { table }: Pick<BillingWorld, 'table'>,
  scene: LoadedScene,
  when: CancelWhen,
): Promise<Outcome<Membership>> {
  const { membership, membershipId, occasion } = scene;
  const after = cancel(membership, when, occasion.today);
  const cancelOn = after.cancelOn ?? occasion.today;
  return {
    writes: [
      scene.become(after),
      ...(await voidOpen(table, scene, after)),
      announce(scene.event('membership.cancelled', { membershipId, cancelOn, because: 'requested' })),
    ],
    reply: after,
  };
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

/** Takes the cancellation back. */
export function cancellationUndone(scene: LoadedScene): Outcome<Membership> {
  const after = undoCancellation(scene.membership, scene.occasion.today);
  const event = scene.event('membership.cancellation_undone', { membershipId: scene.membershipId });
  return { writes: [scene.become(after), announce(event)], reply: after };
}
