import * as z from 'zod/mini';
import type { OwnProfile } from '../../shared/contract/views.ts';
import { MemberId } from '../../shared/domain/ids.ts';
import { keys, partitions } from './keys.ts';
import { ProfileRow } from './profile-row.ts';
import { parseRow, rowOf } from './stored.ts';
import { insert, type Table, type Write } from './table.ts';

const LoginRow = z.strictObject({ memberId: MemberId });

/** Profiles of one business that a login may open at most: a large family. */
const mostProfiles = 50;

/** Puts a profile under a login; no write when it is there already. */
export async function linkLogin(table: Table, slug: string, loginId: string, memberId: string): Promise<Write[]> {
  const key = keys.login(loginId, slug, memberId);
  const [row] = await table.read([key]);
  return row ? [] : [insert(rowOf(key, { memberId }))];
}

/** The profiles that a login may open at a business, by first name. The profiles themselves have the last word. */
export async function ownProfiles(table: Table, slug: string, loginId: string): Promise<OwnProfile[]> {
  const { rows } = await table.query({
    pk: partitions.login(loginId),
    prefix: partitions.loginPrefix(slug),
    limit: mostProfiles,
  });
  const memberIds = rows.map((row) => parseRow(LoginRow, row).value.memberId);
  const profiles = await table.read(memberIds.map((memberId) => keys.profile(slug, memberId)));
  return profiles
    .flatMap((row) => (row ? [parseRow(ProfileRow, row).value.profile] : []))
    .filter(({ logins }) => logins.some((login) => login.loginId === loginId))
    .map(({ memberId, firstName, lastName }) => ({ memberId, firstName, lastName }))
    .sort((a, b) => a.firstName.localeCompare(b.firstName) || a.memberId.localeCompare(b.memberId));
}
