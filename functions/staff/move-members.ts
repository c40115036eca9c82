import { nobodyMoved, refuseSecondRun } from '../../shared/domain/migration.ts';
import type { Handler } from '../http/request.ts';
import { announce } from '../store/event-writes.ts';
import { type MigrationRow, migrationWrite, readMigration } from '../store/migration-row.ts';
import { migrationView } from '../views/migration-view.ts';
import { askedMove } from './version-move.ts';

export const moveMembers: Handler<'staff', 'moveMembers'> = async (request) => {
  const { body, path, slug, today, at, staff, instance } = request;
  const { planId } = path;
  return request.change(async () => {
    const configuration = await request.reloadConfiguration();
    const { to, from } = askedMove(configuration, planId, body, today);
    const before = await readMigration(instance.table, slug, planId);
    if (before !== undefined) refuseSecondRun(before.value, to.version, today);
    const migration: MigrationRow = {
      ...{ planId, version: to.version, from, startedAt: at, startedBy: staff.staffId, seen: body.seen },
      ...{ state: 'checking', count: nobodyMoved, named: [] },
    };
    const subject = { planId, version: to.version, from };
    return {
      writes: [migrationWrite(slug, before, migration, at), announce(request.event('plan.migration_started', subject))],
      reply: { migration: await migrationView(instance.table, configuration, migration, today) },
    };
  });
};
