import * as z from 'zod/mini';
import { CancelReason } from '../../shared/domain/cancel-reason.ts';
import { MemberId, PlanId } from '../../shared/domain/ids.ts';
import type { Membership } from '../../shared/domain/membership.ts';
import { LocalDate } from '../../shared/domain/time.ts';
import { keys } from './keys.ts';
import { parseRow, rowOf } from './stored.ts';
import { insert, type Row, replace, type Write } from './table.ts';

/** One membership that was cancelled, for counting why (rule K4). `on` is the day of the decision. */
export const CancellationRow = z.strictObject({
  memberId: MemberId,
  planId: PlanId,
  on: LocalDate,
  reason: z.optional(CancelReason),
  /** False once it was taken back. */
  live: z.boolean(),
});
export type CancellationRow = z.infer<typeof CancellationRow>;

/** Keeps the row in step with the membership; `row` is what is there now, `today` the day of a new decision. */
export function cancellationWrite(slug: string, row: Row | undefined, after: Membership, today: LocalDate): Write {
  const before = row && parseRow(CancellationRow, row);
  const { memberId, membershipId, planId, cancelOn, cancelReason: reason } = after;
  const live = cancelOn !== undefined;
  const on = before?.value.live ? before.value.on : today;
  const value: CancellationRow = { memberId, planId, on, live, ...(reason === undefined ? {} : { reason }) };
  const written = rowOf(keys.cancellation(slug, membershipId), value);
  return before === undefined ? insert(written) : replace(written, before.version);
}
