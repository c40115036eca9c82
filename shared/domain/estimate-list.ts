import * as z from 'zod/mini';
import { addDays } from './calendar.ts';
import type { Estimate } from './estimate.ts';
import { MemberId } from './ids.ts';
import { LocalDate } from './time.ts';

/** What the desk looks at: what waits for the client, for the invoice, for the money, and what came to nothing lately. */
export const EstimateListState = z.enum(['open', 'accepted', 'unpaid', 'declined', 'expired']);
export type EstimateListState = z.infer<typeof EstimateListState>;

/** Days that what came to nothing stays in the business’s list; with its client it stays for good. */
export const listedDays = 60;

/** An estimate in the business’s list: whose, how it stands and since when; what is offered stands with the client only. */
export const ListedEstimate = z.strictObject({
  memberId: MemberId,
  state: z.enum(['open', 'accepted', 'declined', 'unpaid', 'over']),
  since: LocalDate,
  validUntil: LocalDate,
  /** Minor units, tax included. */
  total: z.int(),
});
export type ListedEstimate = z.infer<typeof ListedEstimate>;

const listedAs = {
  open: 'open',
  accepted: 'accepted',
  declined: 'declined',
  withdrawn: 'over',
  replaced: 'over',
} as const satisfies Record<Estimate['state'], ListedEstimate['state']>;

/** The place of an estimate that changed on that day of the business. What was invoiced is unpaid until it is settled. */
export function listedEstimate(
  { memberId, state, invoiceId, validUntil, total }: Estimate,
  since: LocalDate,
): ListedEstimate {
  return { memberId, state: invoiceId === undefined ? listedAs[state] : 'unpaid', since, validUntil, total };
}

/** How it stands in the list on a day; undefined for what is not in it any more. */
export function listStateOn({ state, validUntil }: ListedEstimate, today: LocalDate): EstimateListState | undefined {
  if (state === 'over') return undefined;
  return state === 'open' && today > validUntil ? 'expired' : state;
}

/** Since when it stands so. */
export const listedSince = (listed: ListedEstimate, today: LocalDate): LocalDate =>
  listStateOn(listed, today) === 'expired' ? addDays(listed.validUntil, 1) : listed.since;

/** The first day on which it need not be in the list; undefined while somebody still has to do something. */
export function unlistedFrom({ state, since, validUntil }: ListedEstimate): LocalDate | undefined {
  switch (state) {
    case 'open':
      return addDays(validUntil, listedDays + 1);
    case 'declined':
      return addDays(since, listedDays + 1);
    case 'over':
      return addDays(since, 1);
    case 'accepted':
    case 'unpaid':
      return undefined;
    default:
      return state satisfies never;
  }
}
