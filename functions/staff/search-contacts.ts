import { fold, searchTerm, searchTokens } from '../../shared/domain/contacts-index.ts';
import type { Handler } from '../http/request.ts';
import { keys } from '../store/keys.ts';
import { loadPage } from '../store/pages.ts';
import { ContactRow } from '../store/profile-row.ts';
import { parseRow } from '../store/stored.ts';

/** Rows read for one answer: a client has a row per word, so several may be the same person. */
const rowsRead = 100;
const linesShown = 25;

export const searchContacts: Handler<'staff', 'searchContacts'> = async (request) => {
  const { slug, instance, query, may } = request;
  const term = searchTerm(query.q ?? '');
  const list = { pk: keys.contactPartition(slug, term?.lookup ?? ''), prefix: term?.lookup ?? '' };
  const limit = term ? rowsRead : (query.limit ?? linesShown);
  const { rows, cursor } = await loadPage(instance.table, list, { cursor: query.cursor, limit });

  const people = new Map<string, ContactRow>();
  for (const row of rows) {
    const { value } = parseRow(ContactRow, row);
    if (value.live && (!term || matches(value, term.also))) people.set(value.memberId, value);
  }
  const items = [...people.values()].map(({ live: _, email, phone, ...line }) => ({
    ...line,
    ...(may('clients.contact') ? { ...(email ? { email } : {}), ...(phone ? { phone } : {}) } : {}),
  }));
  return { items, ...(cursor === undefined ? {} : { cursor }) };
};

/** Every further word typed must begin some word of the client as well: “anna be” is Anna Berger, not Anna Weiss. */
function matches(contact: ContactRow, also: readonly string[]): boolean {
  const tokens = searchTokens(contact);
  return also.every((word) => tokens.some((token) => token.startsWith(fold(word))));
}
