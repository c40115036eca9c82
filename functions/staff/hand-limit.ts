import type { Business } from '../../shared/domain/business.ts';
import { type ChangedByHand, handLimitOf } from '../../shared/domain/hand-limits.ts';
import type { Permission } from '../../shared/domain/permission.ts';
import { refuseUnless } from '../../shared/domain/refusal.ts';
import { formatMoney } from '../../shared/wording/format.ts';

interface Asker {
  may(permission: Permission): boolean;
  readonly configuration: { readonly business: { readonly value: Business } };
}

/**
 * Holds a change by hand against the owner's limit. `units` may be negative; minor units where it is money. Refuses
 * `approval_needed` (details: `visits`, or `most` in the business's way of writing amounts).
 */
export function refuseBeyondLimit({ may, configuration }: Asker, kind: ChangedByHand, units: number): void {
  const { handLimits, currency, locale } = configuration.business.value;
  const most = handLimitOf(handLimits, kind);
  if (most === undefined || may('credits.approve')) return;
  const details = kind === 'visits' ? { visits: most } : { most: formatMoney({ amount: most, currency }, locale) };
  refuseUnless(Math.abs(units) <= most, 'approval_needed', details);
}
