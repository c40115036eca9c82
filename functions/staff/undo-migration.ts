import { undoMigration as undo } from '../../shared/domain/migration.ts';
import { refuseUnless } from '../../shared/domain/refusal.ts';
import type { Handler } from '../http/request.ts';
import { announce } from '../store/event-writes.ts';
import { migrationWrite, readMigration } from '../store/migration-row.ts';
import { migrationView } from '../views/migration-view.ts';

/** Milliseconds until calling off begins: a page that is at work at this moment is finished by then. */
const afterPage = 60_000;

export const undoMigration: Handler<'staff', 'undoMigration'> = async (request) => {
  const { body, path, slug, today, at, configuration, instance } = request;
  return request.change(async () => {
    const before = await readMigration(instance.table, slug, path.planId);
    refuseUnless(before !== undefined && before.value.version === body.version, 'not_found');
    const { planId, version, state } = before.value;
    const isUndone = state === 'undoing' || state === 'undone';
    const { after: _, ...rest } = before.value;
    const migration = isUndone ? before.value : { ...rest, ...undo(rest), named: [] };
    return {
      writes: isUndone
        ? []
        : [
            migrationWrite(slug, before, migration, at + afterPage),
            announce(request.event('plan.migration_undone', { planId, version })),
          ],
      reply: { migration: await migrationView(instance.table, configuration, migration, today) },
    };
  });
};
