import type { Handler } from '../http/request.ts';
import { migrationPreview } from '../views/migration-preview.ts';
import { partOfEverybody } from './part-of-everybody.ts';
import { askedMove } from './version-move.ts';

export const previewMigration: Handler<'staff', 'previewMigration'> = async (request) => {
  const { body, path, today } = request;
  const known = await request.reloadConfiguration();
  const move = askedMove(known, path.planId, body, today);
  const { clients, next } = await partOfEverybody(request, known, body.after);
  return { ...migrationPreview(clients, move), ...(next === undefined ? {} : { next }) };
};
