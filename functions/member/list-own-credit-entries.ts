import type { Handler } from '../http/request.ts';
import { partitions, prefixes } from '../store/keys.ts';
import { loadPage } from '../store/pages.ts';
import { entriesOf, entryView } from '../views/credit-view.ts';
import { placeName } from '../views/statement-view.ts';
import { userNames } from '../views/user-names.ts';

export const listOwnCreditEntries: Handler<'member', 'listOwnCreditEntries'> = async (request) => {
  const { instance, member, slug, configuration } = request;
  const list = { pk: partitions.member(slug, member.profile.memberId), prefix: prefixes.entry, newestFirst: true };
  const { rows, cursor } = await loadPage(instance.table, list, request.query);
  const account = member.account.value;
  const entries = entriesOf(rows, account).map(({ entry }) => entry);
  const names = await userNames(instance.table, slug, entries);
  const items = entries.map((entry) => {
    const place = placeName(entry.usedAt, configuration);
    return { ...entryView(entry, account, names), ...(place === undefined ? {} : { place }) };
  });
  return { items, ...(cursor === undefined ? {} : { cursor }) };
};
