import type { Due } from '../../shared/domain/charge.ts';
import type { Membership } from '../../shared/domain/membership.ts';
import type { Stored } from '../store/stored.ts';

/** The membership whose open payment a new card settles first (rule D4); undefined when nothing is open. */
export function oldestDue(memberships: readonly Stored<Membership>[]): (Membership & { due: Due }) | undefined {
  return memberships
    .flatMap(({ value }) => (value.due === undefined ? [] : [{ ...value, due: value.due }]))
    .sort((a, b) => a.due.since.localeCompare(b.due.since) || a.membershipId.localeCompare(b.membershipId))[0];
}
