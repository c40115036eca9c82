import type { CreditGroup } from '../../../shared/contract/views.ts';

/** What is left of a membership’s benefits, part by part with its last day. */
export const leftOf = (membershipId: string, credits: readonly CreditGroup[]) =>
  credits.flatMap(({ kind, serviceIds, buckets }) =>
    buckets
      .filter(
        ({ source, available }) =>
          source.kind === 'membership' && source.membershipId === membershipId && available > 0,
      )
      .map(({ bucketId, available, expiresOn }) => ({ bucketId, kind, serviceIds, units: available, expiresOn })),
  );
