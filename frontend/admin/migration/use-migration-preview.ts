import type { MigrationPreview } from '../../../shared/contract/staff/migration-operations.ts';
import type { VersionName } from '../../../shared/domain/plan-quote.ts';
import { useDesk } from '../app/desk.ts';
import { useDryRun } from '../effects/dry-run.ts';
import { addParts } from './migration-sum.ts';

export interface AskedMove {
  readonly from: string;
}

/** What moving everybody to a version would do. */
export function useMigrationPreview({ planId, version }: VersionName) {
  const { client } = useDesk();
  return useDryRun<AskedMove, MigrationPreview>(
    ({ from }, after) => client.previewMigration({ path: { planId }, body: { version, from, ...after } }),
    addParts,
  );
}
