import type { Handler } from '../http/request.ts';
import { partitions, prefixes } from '../store/keys.ts';
import { loadPage } from '../store/pages.ts';
import { entriesOf, entryView } from '../views/credit-view.ts';

export const listOwnCreditEntries: Handler<'member', 'listOwnCreditEntries'> = async (request) => {
  const { instance, member, slug } = request;
  const list = { pk: partitions.member(slug, member.profile.memberId), prefix: prefixes.entry, newestFirst: true };
  const { rows, cursor } = await loadPage(instance.table, list, request.query);
  const account = member.account.value;
  const items = entriesOf(rows, account).map(({ entry }) => entryView(entry, account));
  return { items, ...(cursor === undefined ? {} : { cursor }) };
};
