import * as z from 'zod/mini';
import { type BillingTerms, nextBillingAction } from '../../shared/domain/billing-schedule.ts';
import { MemberId } from '../../shared/domain/ids.ts';
import type { Membership } from '../../shared/domain/membership.ts';
import { LocalDate } from '../../shared/domain/time.ts';
import { placeOnDueIndex } from './due-index.ts';
import { keys } from './keys.ts';
import { parseRow, rowOf, type Stored } from './stored.ts';
import { insert, type NewRow, type Row, replace, type Write } from './table.ts';

/** What placing a membership on the due index needs to know. */
export interface MembershipPlace {
  readonly slug: string;
  readonly terms: BillingTerms;
  readonly today: LocalDate;
  /** The version of the time zone database that instants are computed with (rule T5). */
  readonly tzdata: string;
}

/** The one way to write a membership: its row always stands on the due index at what happens to its money next. */
export function membershipWrite(
  before: Stored<Membership> | undefined,
  after: Membership,
  place: MembershipPlace,
): Write {
  const row = membershipRow(after, place);
  return before === undefined ? insert(row) : replace(row, before.version);
}

function membershipRow(membership: Membership, { slug, terms, today, tzdata }: MembershipPlace): NewRow {
  const { memberId, membershipId } = membership;
  const key = keys.membership(slug, memberId, membershipId);
  const { tzdata: _, ...untimed } = membership;
  const at = dueAt(membership, terms, today);
  if (at === undefined) return rowOf(key, untimed);
  return rowOf(key, { ...untimed, tzdata }, placeOnDueIndex('BILLING', at, slug, membershipId));
}

/**
 * When something happens to the membership's money next. A charge that has just begun leaves the row where it was due:
 * moving it there and back would cost a renewal two writes on the index, and a charge that was broken off is found from
 * there as well, once its lease is over.
 */
function dueAt(membership: Membership, terms: BillingTerms, today: LocalDate): number | undefined {
  const next = nextBillingAction(membership, terms, today);
  const { charge, ...before } = membership;
  if (next === undefined || charge?.state !== 'charging') return next?.at;
  return Math.min(next.at, nextBillingAction(before, terms, today)?.at ?? next.at);
}

/** A membership with an open payment, for the list of them. Rows are kept: `live` says whether it still counts. */
export const PastDueRow = z.strictObject({
  memberId: MemberId,
  since: LocalDate,
  /** Minor units. */
  amount: z.int(),
  live: z.boolean(),
});
export type PastDueRow = z.infer<typeof PastDueRow>;

/** Keeps the past-due list in step with a membership; no write when nothing changes there. `row` is what is there now. */
export function pastDueWrites(slug: string, row: Row | undefined, after: Membership): Write[] {
  const before = row && parseRow(PastDueRow, row);
  const { memberId, membershipId, due, status } = after;
  const isOpen = due !== undefined && (status === 'past_due' || status === 'unpaid');
  if (!isOpen && !before?.value.live) return [];
  const value: PastDueRow =
    isOpen || before === undefined
      ? { memberId, since: due?.since ?? after.period.end, amount: due?.amount ?? 0, live: isOpen }
      : { ...before.value, live: false };
  if (before && JSON.stringify(before.value) === JSON.stringify(value)) return [];
  const written = rowOf(keys.pastDue(slug, membershipId), value);
  return [before === undefined ? insert(written) : replace(written, before.version)];
}
