import type { MigrationPreview } from '../../../shared/contract/staff/migration-operations.ts';
import { addMoved, type SeenFigures } from '../../../shared/domain/migration.ts';

/** Two parts of the dry run as one. */
export function addParts(sum: MigrationPreview | undefined, part: MigrationPreview): MigrationPreview {
  if (sum === undefined) return part;
  const { next: _, ...rest } = sum;
  return {
    ...rest,
    count: addMoved(sum.count, part.count),
    moving: [...sum.moving, ...part.moving],
    excluded: [...sum.excluded, ...part.excluded],
    ...(part.next === undefined ? {} : { next: part.next }),
  };
}

/** What somebody says yes to. */
export const seenOf = ({ count: { clients, done, before, after } }: MigrationPreview): SeenFigures => ({
  clients,
  done,
  before,
  after,
});

/** The first and the last day on which somebody is billed by the new version for the first time. */
export function billsBetween(moving: MigrationPreview['moving']): { first: string; last: string } | undefined {
  const days = moving.map(({ on }) => on).sort();
  const [first, last] = [days[0], days.at(-1)];
  return first === undefined || last === undefined ? undefined : { first, last };
}
