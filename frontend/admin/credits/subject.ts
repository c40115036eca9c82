import type { BucketView, CreditGroup } from '../../../shared/contract/views.ts';
import type { CreditKind } from '../../../shared/domain/credit-account.ts';

/** What a redemption is wanted for. */
export interface Wanted {
  readonly kind: CreditKind;
  readonly serviceId: string;
}

/** One grant with the group it belongs to. */
export interface Grant {
  readonly group: CreditGroup;
  readonly bucket: BucketView;
}
