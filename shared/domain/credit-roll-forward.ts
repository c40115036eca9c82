import type { BucketTerms, Entry } from './credit-account.ts';
import { frozenDaysCode } from './frozen-days.ts';

/** What happened to the units that are owed at a place: visits and minor units of money are counted apart. */
export interface Flows {
  /** Granted, or received from another client. */
  readonly granted: number;
  /** Less what was given back. */
  readonly used: number;
  readonly expired: number;
  readonly passedOn: number;
  /** By hand, either way. */
  readonly adjusted: number;
}

const none: Flows = { granted: 0, used: 0, expired: 0, passedOn: 0, adjusted: 0 };

/** What is counted where: by kind and by the place that sold it, which keeps owing it wherever it is used. */
export const placeOf = ({ kind, soldAt = 'no place' }: Pick<BucketTerms, 'kind' | 'soldAt'>): string =>
  `${kind} sold at ${soldAt}`;

/**
 * The movements of a member’s credits by place (rule C2.8): what was owed before, with `granted − used − expired −
 * passedOn + adjusted`, is what is owed afterwards, kept or not. `counts` says which entries belong to the time that is
 * asked about; all are needed, because an entry does not say where its bucket was sold.
 */
export function flowsByPlace(
  entries: readonly Entry[],
  counts: (entry: Entry) => boolean = () => true,
): ReadonlyMap<string, Flows> {
  const places = new Map<string, string>();
  const flows = new Map<string, Flows>();
  for (const entry of entries) {
    if (entry.opens) places.set(entry.bucketId, placeOf(entry.opens));
    const place = places.get(entry.bucketId);
    if (place === undefined || !counts(entry)) continue;
    flows.set(place, flowed(flows.get(place) ?? none, entry));
  }
  return flows;
}

function flowed(flows: Flows, { kind, units, reason }: Entry): Flows {
  switch (kind) {
    case 'GRANT':
    case 'TRANSFER_IN':
      return { ...flows, granted: flows.granted + units };
    case 'CONSUME':
      return { ...flows, used: flows.used + units };
    case 'RESTORE':
      // What expired while a payment was open comes back with it, and was never used.
      return reason.code === frozenDaysCode
        ? { ...flows, expired: flows.expired - units }
        : { ...flows, used: flows.used - units };
    case 'EXPIRE':
      return { ...flows, expired: flows.expired + units };
    case 'TRANSFER_OUT':
      return { ...flows, passedOn: flows.passedOn + units };
    case 'ADJUST':
    case 'CORRECT':
      return { ...flows, adjusted: flows.adjusted + units };
    case 'HOLD':
    case 'RELEASE':
    case 'FREEZE':
    case 'UNFREEZE':
    case 'USE':
    case 'UNUSE':
      return flows;
    default:
      return kind satisfies never;
  }
}
