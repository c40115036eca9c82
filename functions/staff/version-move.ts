import { refuseMoveDay } from '../../shared/domain/migration.ts';
import { refuseUnless } from '../../shared/domain/refusal.ts';
import type { LocalDate } from '../../shared/domain/time.ts';
import type { VersionMove } from '../../shared/domain/version-move.ts';
import { earliestMove } from '../../shared/domain/version-notice.ts';
import { newestOf } from '../billing/quote-plan-change.ts';
import type { Configuration } from '../store/configuration.ts';

/**
 * The move that a call asks for, if it can be. Refusals: `not_found`, `conflicting_change` when the version is not the
 * newest any more, and those of `earliestMove` and `refuseMoveDay`.
 */
export function askedMove(
  configuration: Configuration,
  planId: string,
  { version, from }: { readonly version: number; readonly from: LocalDate },
  today: LocalDate,
): VersionMove {
  const to = newestOf(configuration, planId);
  refuseUnless(to.version === version, 'conflicting_change');
  const versions = configuration.plans.map(({ value }) => value);
  refuseMoveDay(from, earliestMove(versions, to, today), today);
  return { to, from };
}
