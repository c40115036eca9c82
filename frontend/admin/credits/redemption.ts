import type { BucketView, CreditGroup } from '../../../shared/contract/views.ts';
import type { CreditKind } from '../../../shared/domain/credit-account.ts';
import { byUse } from '../../../shared/domain/credit-use.ts';

export interface RedemptionPreview {
  /** Which credits are used, in order, and how much of each. */
  readonly takes: readonly { readonly bucket: BucketView; readonly units: number }[];
  /** What can be used for this service today: all credits together, or of the chosen one. */
  readonly available: number;
  /** For this service, all credits together. */
  readonly remains: number;
  readonly enough: boolean;
}

/**
 * What the API will do with a redemption, before anybody confirms it: the soonest-expiring credits that cover the
 * service, or the one that was chosen. `units` are visits, or minor units of money.
 */
export function previewRedemption(
  groups: readonly CreditGroup[],
  wanted: {
    readonly kind: CreditKind;
    readonly serviceId: string;
    readonly units: number;
    /** The one that staff chose instead of the order. */
    readonly bucketId?: string | undefined;
  },
): RedemptionPreview {
  const covering = bucketsFor(groups, wanted);
  const buckets = covering.filter(({ bucketId }) => wanted.bucketId === undefined || wanted.bucketId === bucketId);
  const available = buckets.reduce((sum, bucket) => sum + bucket.available, 0);
  const all = covering.reduce((sum, bucket) => sum + bucket.available, 0);

  let open = wanted.units;
  const takes: { bucket: BucketView; units: number }[] = [];
  for (const bucket of buckets) {
    if (open <= 0) break;
    const units = Math.min(open, bucket.available);
    takes.push({ bucket, units });
    open -= units;
  }
  return { takes, available, remains: all - wanted.units, enough: wanted.units > 0 && open <= 0 };
}

/** What can be used for a service today, in the order of use (rule C3). */
export function bucketsFor(
  groups: readonly CreditGroup[],
  wanted: { readonly kind: CreditKind; readonly serviceId: string },
) {
  return groups
    .filter((group) => group.kind === wanted.kind && group.serviceIds.includes(wanted.serviceId))
    .flatMap(({ kind, serviceIds, buckets }) => buckets.map((bucket) => ({ ...bucket, kind, serviceIds })))
    .filter((bucket) => bucket.available > 0)
    .sort(byUse);
}
