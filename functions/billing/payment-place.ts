import { periodInvoiceId } from '../../shared/domain/ids.ts';
import type { PaymentMetadata } from '../gateways/payments.ts';
import { readEnrolment } from '../store/enrolment-row.ts';
import type { BillingWorld } from './world.ts';

/** Whose a payment is and what it paid; both absent where it paid nothing of ours yet. */
export interface PaymentPlace {
  readonly memberId: string | undefined;
  readonly invoiceId: string | undefined;
}

/**
 * What a payment of ours paid, by its metadata. One of somebody who joined online names the enrolment: the client's
 * record and the invoice come of that. `forgotten` when the enrolment's row is gone.
 */
export async function placeOfPayment(
  { table }: Pick<BillingWorld, 'table'>,
  slug: string,
  metadata: PaymentMetadata,
): Promise<PaymentPlace | 'forgotten'> {
  const { memberId, invoiceId, enrolmentId } = metadata;
  if (enrolmentId === undefined) return { memberId, invoiceId };
  const enrolment = await readEnrolment(table, slug, enrolmentId);
  if (enrolment === undefined) return 'forgotten';
  const { outcome, membershipId } = enrolment.value;
  return {
    memberId: outcome?.memberId,
    invoiceId: outcome?.kind === 'enrolled' ? periodInvoiceId(membershipId, 0) : undefined,
  };
}
