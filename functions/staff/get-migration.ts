import { Refusal } from '../../shared/domain/refusal.ts';
import { earliestMove } from '../../shared/domain/version-notice.ts';
import { newestOf } from '../billing/quote-plan-change.ts';
import type { Handler } from '../http/request.ts';
import { readMigration } from '../store/migration-row.ts';
import { migrationView } from '../views/migration-view.ts';

export const getMigration: Handler<'staff', 'getMigration'> = async (request) => {
  const { instance, slug, path, today } = request;
  const configuration = await request.reloadConfiguration();
  const to = newestOf(configuration, path.planId);
  const versions = configuration.plans.map(({ value }) => value);
  const stored = await readMigration(instance.table, slug, path.planId);
  return {
    today,
    ...(stored === undefined
      ? {}
      : { migration: await migrationView(instance.table, configuration, stored.value, today) }),
    ...possible(() => earliestMove(versions, to, today)),
  };
};

/** The first day, or why nobody can be moved. */
function possible(earliest: () => string): { earliest: string } | { impossible: Impossible } {
  try {
    return { earliest: earliest() };
  } catch (error) {
    if (!(error instanceof Refusal) || !isImpossible(error.code)) throw error;
    return { impossible: error.code };
  }
}

type Impossible = 'no_earlier_version' | 'versions_too_different';
const isImpossible = (code: string): code is Impossible =>
  code === 'no_earlier_version' || code === 'versions_too_different';
