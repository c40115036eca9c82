import type { Charge } from '../../shared/domain/charge.ts';
import type { Payment } from '../../shared/domain/invoice.ts';
import type { Settlement } from '../../shared/domain/settle-charge.ts';
import type { Outcome } from '../store/change.ts';
import type { LoadedScene } from './scene.ts';
import { settlementOf } from './settle.ts';
import type { BillingWorld } from './world.ts';

/** A payment over the counter. `askId` names the one call that recorded it. */
export interface DeskPayment {
  readonly method: Extract<Payment, { kind: 'desk' }>['method'];
  readonly staffId: string;
  readonly askId: string;
}

/**
 * Settles a membership's bill with money that was taken at the desk, as a charge that went well does: the invoice is
 * paid, the period opened, its credits granted, and collecting it ends. Amounts are minor units.
 */
export function settleAtDesk(
  world: Pick<BillingWorld, 'table' | 'chance'>,
  scene: LoadedScene,
  bill: Pick<Charge, 'invoiceId' | 'period' | 'attempt'> & { readonly amount: number },
  { method, staffId, askId }: DeskPayment,
): Promise<Outcome<Settlement>> {
  const { at, tax } = scene;
  const { invoiceId, period, attempt, amount } = bill;
  const charge: Charge = {
    attempt,
    invoiceId,
    period,
    total: amount,
    creditApplied: 0,
    amount,
    ...(tax === undefined ? {} : { tax }),
    trigger: { kind: 'staff', id: askId },
    claimedAt: at,
    leaseUntil: at,
    state: 'charging',
  };
  const payment: Payment = amount === 0 ? { kind: 'nothing_due' } : { kind: 'desk', method, staffId, amount };
  return settlementOf(world, scene, charge, { kind: 'succeeded', payment });
}
