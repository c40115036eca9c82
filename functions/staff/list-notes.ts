import { Note } from '../../shared/domain/note.ts';
import type { Handler } from '../http/request.ts';
import { partitions, prefixes } from '../store/keys.ts';
import { loadPage } from '../store/pages.ts';
import { parseRow } from '../store/stored.ts';
import { actorName } from '../views/person-view.ts';

export const listNotes: Handler<'staff', 'listNotes'> = async (request) => {
  const { slug, path, instance, configuration } = request;
  const list = { pk: partitions.member(slug, path.memberId), prefix: prefixes.note, newestFirst: true };
  const { rows, cursor } = await loadPage(instance.table, list, request.query);
  const items = rows.map((row) => {
    const { writtenBy, ...note } = parseRow(Note, row).value;
    return { ...note, by: actorName({ kind: 'staff', staffId: writtenBy }, configuration) };
  });
  return { items, ...(cursor === undefined ? {} : { cursor }) };
};
