import * as z from 'zod/mini';
import { InvoiceId, MemberId } from '../../shared/domain/ids.ts';
import { LocalDate } from '../../shared/domain/time.ts';
import { keys } from './keys.ts';
import { parseRow, rowOf } from './stored.ts';
import { insert, type Row, replace, type Write } from './table.ts';

/** A refund that did not arrive, for whoever sees to it. `on` is the day on which that was known. */
export const FailedRefundRow = z.strictObject({
  memberId: MemberId,
  invoiceId: InvoiceId,
  n: z.int(),
  /** Minor units. */
  amount: z.int(),
  on: LocalDate,
  /** False once somebody has seen to it. */
  live: z.boolean(),
});
export type FailedRefundRow = z.infer<typeof FailedRefundRow>;

/** A refund fails once. */
export const insertFailedRefund = (slug: string, refund: Omit<FailedRefundRow, 'live'>): Write =>
  insert(rowOf(keys.failedRefund(slug, refund.invoiceId, refund.n), { ...refund, live: true }));

/** Takes it off the list. */
export function settleFailedRefund(row: Row): Write {
  const { value, version } = parseRow(FailedRefundRow, row);
  return replace(rowOf({ pk: row.pk, sk: row.sk }, { ...value, live: false }), version);
}
