import type { CancelWhen } from '../../shared/contract/staff/cancellation-operations.ts';
import type { CancelAsk } from '../../shared/domain/cancellation.ts';
import { refuseUnless } from '../../shared/domain/refusal.ts';

/** What a call asks for. Refuses `cancel_date_out_of_range` for a date that is missing. */
export function cancelAskOf({ when, lastDay }: CancelWhen): CancelAsk {
  if (when !== 'on_date') return { when };
  refuseUnless(lastDay, 'cancel_date_out_of_range');
  return { when, lastDay };
}
