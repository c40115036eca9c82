import { DomainEvent } from '../../shared/domain/events.ts';
import type { Handler } from '../http/request.ts';
import { partitions, prefixes } from '../store/keys.ts';
import { loadPage } from '../store/pages.ts';
import { parseRow } from '../store/stored.ts';
import { actorName } from '../views/person-view.ts';

/** Changes of credits are in their own history, with the entries themselves. */
export const listHistory: Handler<'staff', 'listHistory'> = async (request) => {
  const { slug, path, instance, configuration } = request;
  const list = { pk: partitions.member(slug, path.memberId), prefix: prefixes.event, newestFirst: true };
  const { rows, cursor } = await loadPage(instance.table, list, request.query);
  const items = rows.map((row) => {
    const { eventId, type, at, actor, requestId } = parseRow(DomainEvent, row).value;
    return { eventId, type, at, by: actorName(actor, configuration), requestId };
  });
  return { items, ...(cursor === undefined ? {} : { cursor }) };
};
