import * as z from 'zod/mini';
import { listingToken, searchTokens } from '../../shared/domain/contacts-index.ts';
import { MemberId } from '../../shared/domain/ids.ts';
import { Profile } from '../../shared/domain/member.ts';
import { keys } from './keys.ts';
import { rowOf, type Stored } from './stored.ts';
import { insert, replace, type Write } from './table.ts';

/** An index row that a profile has had. Rows are never deleted: one that is no longer true is kept with `live: false`. */
const ContactKey = z.strictObject({
  list: z.enum(['word', 'everybody']),
  token: z.string(),
  version: z.int(),
  live: z.boolean(),
});
type ContactKey = z.infer<typeof ContactKey>;

/**
 * The profile's row: the profile and the index rows in Contacts that must change with it. `revision` counts the changes
 * of the details that staff edit; the row's version also moves when an invitation is sent or a login linked, which must
 * not make an open edit form look out of date.
 */
export const ProfileRow = z.strictObject({
  profile: Profile,
  revision: z.int().check(z.minimum(1)),
  contacts: z.array(ContactKey),
});
export type ProfileRow = z.infer<typeof ProfileRow>;

/** The data of an index row: enough for a line of Contacts. */
export const ContactRow = z.strictObject({
  memberId: MemberId,
  firstName: z.string(),
  lastName: z.string(),
  company: z.optional(z.string()),
  email: z.optional(z.string()),
  phone: z.optional(z.string()),
  live: z.boolean(),
});
export type ContactRow = z.infer<typeof ContactRow>;

/** The writes that make a profile be `after`: its own row, and the rows by which Contacts finds it. */
export function profileWrites(slug: string, before: Stored<ProfileRow> | undefined, after: Profile): Write[] {
  const wanted: Pick<ContactKey, 'list' | 'token'>[] = [
    ...searchTokens(after).map((token) => ({ list: 'word' as const, token })),
    { list: 'everybody', token: listingToken(after) },
  ];
  const had = before?.value.contacts ?? [];
  const isWanted = (key: ContactKey) => wanted.some((w) => w.list === key.list && w.token === key.token);
  const isKnown = (key: (typeof wanted)[number]) => had.some((h) => h.list === key.list && h.token === key.token);
  const looksTheSame = before !== undefined && sameLine(before.value.profile, after);

  const writes: Write[] = [];
  const contacts: ContactKey[] = had.map((key) => {
    const live = isWanted(key);
    if (live === key.live && (looksTheSame || !live)) return key;
    writes.push(replace(contactRow(slug, key, after, live), key.version));
    return { ...key, live, version: key.version + 1 };
  });
  for (const key of wanted.filter((candidate) => !isKnown(candidate))) {
    writes.push(insert(contactRow(slug, key, after, true)));
    contacts.push({ ...key, version: 1, live: true });
  }
  const revision =
    before === undefined ? 1 : before.value.revision + (sameDetails(before.value.profile, after) ? 0 : 1);
  const row = rowOf(keys.profile(slug, after.memberId), { profile: after, revision, contacts } satisfies ProfileRow);
  return [before === undefined ? insert(row) : replace(row, before.version), ...writes];
}

function contactRow(slug: string, key: Pick<ContactKey, 'list' | 'token'>, profile: Profile, live: boolean) {
  const { memberId, firstName, lastName, company, email, phone } = profile;
  const at = key.list === 'word' ? keys.contact : keys.contactListing;
  return rowOf(at(slug, key.token, memberId), {
    memberId,
    firstName,
    lastName,
    company,
    email,
    phone,
    live,
  } satisfies ContactRow);
}

/** True when nothing that staff edit differs. */
export const sameDetails = (a: Profile, b: Profile): boolean => detailsText(a) === detailsText(b);

function detailsText({ firstName, lastName, company, email, phone, birthday, language, care }: Profile): string {
  const { allergies, formulas, preferences } = care ?? {};
  const own = [firstName, lastName, company, email, phone, birthday, language];
  return JSON.stringify([...own, allergies, formulas, preferences]);
}

const sameLine = (a: Profile, b: Profile): boolean =>
  (['firstName', 'lastName', 'company', 'email', 'phone'] as const).every((field) => a[field] === b[field]);
