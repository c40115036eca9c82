import type { PlanVersion } from '../../../shared/domain/plan.ts';

export interface PlanHistory {
  readonly newest: PlanVersion;
  /** Newest first. */
  readonly earlier: readonly PlanVersion[];
}

/** Each plan once, with its newest version in front; plans on offer first, then by name. */
export function latestVersions(versions: readonly PlanVersion[]): PlanHistory[] {
  const byPlan = Map.groupBy(versions, ({ planId }) => planId);
  return [...byPlan.values()]
    .flatMap((all) => {
      const [newest, ...earlier] = all.toSorted((a, b) => b.version - a.version);
      return newest ? [{ newest, earlier }] : [];
    })
    .sort((a, b) => Number(b.newest.offered) - Number(a.newest.offered) || a.newest.name.localeCompare(b.newest.name));
}

/** The plans that somebody can be enrolled in, each in the version that they will get: an earlier one is for who has it. */
export const plansToEnrolIn = (versions: readonly PlanVersion[]): PlanVersion[] =>
  latestVersions(versions).flatMap(({ newest }) => (newest.offered ? [newest] : []));
