import { BillingProfile, newBillingProfile } from '../../shared/domain/billing-profile.ts';
import { keys } from './keys.ts';
import { parseRow, rowOf, type Stored } from './stored.ts';
import { insert, replace, type Table, type Write } from './table.ts';

/** How a member pays, as it was read: version 0 stands for “nothing written yet”. */
export const billingWrite = (slug: string, before: Stored<BillingProfile>, after: BillingProfile): Write => {
  const row = rowOf(keys.billingProfile(slug, after.memberId), after);
  return before.version === 0 ? insert(row) : replace(row, before.version);
};

export async function readBilling(table: Table, slug: string, memberId: string): Promise<Stored<BillingProfile>> {
  const [row] = await table.read([keys.billingProfile(slug, memberId)]);
  return row ? parseRow(BillingProfile, row) : { value: newBillingProfile(memberId), version: 0 };
}
