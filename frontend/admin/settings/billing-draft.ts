import { DunningPolicies } from '../../../shared/domain/dunning.ts';
import { RenewalWindow } from '../../../shared/domain/renewal-window.ts';
import type { Seller } from '../../../shared/domain/seller.ts';

/** “0, 3, 5, 7” as days. Undefined when it is no rising list that begins with 0 and ends before an unpaid one ends. */
export function readRetryDays(typed: string, cancelAfterDays: number): number[] | undefined {
  const parts = typed
    .split(/[\s,;]+/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  if (!parts.every((part) => /^\d+$/.test(part))) return undefined;
  const retryDays = parts.map(Number);
  const read = DunningPolicies.safeParse({ retryDays, graceDays: 0, cancelAfterDays });
  return read.success ? read.data.retryDays : undefined;
}

/** From and to as a window; undefined when it does not end after it begins, or is longer than it may be. */
export function readWindow(draft: {
  readonly windowFrom: string;
  readonly windowTo: string;
}): RenewalWindow | undefined {
  const read = RenewalWindow.safeParse({ from: draft.windowFrom, to: draft.windowTo });
  return read.success ? read.data : undefined;
}

/** Who stands on invoices; null, which takes it away, when nothing is filled in. The name defaults to the business's. */
export function readSeller(draft: {
  readonly name: string;
  readonly sellerName: string;
  readonly sellerAddress: string;
  readonly sellerTaxId: string;
}): Seller | null {
  const [name, address, taxId] = [draft.sellerName.trim(), draft.sellerAddress.trim(), draft.sellerTaxId.trim()];
  if (name === '' && address === '' && taxId === '') return null;
  return {
    name: name === '' ? draft.name.trim() : name,
    ...(address === '' ? {} : { address }),
    ...(taxId === '' ? {} : { taxId }),
  };
}
