import { createHash } from 'node:crypto';
import { Link, type LinkOwner, linkRemembered } from '../../shared/domain/link.ts';
import { readBilling } from './billing-rows.ts';
import { keys } from './keys.ts';
import { type PasswordLink, readPasswordLink } from './password-link.ts';
import { readProfile, readStaff } from './person-rows.ts';
import type { ProfileRow } from './profile-row.ts';
import { parseRow, rowOf, type Stored } from './stored.ts';
import { insert, replace, type Table, type Write } from './table.ts';

/** What a token is held under. 256 random bits need no salt and no slow hash: nobody can try them all. */
export const tokenHashOf = (token: string): string => createHash('sha256').update(token).digest('base64url');

const keyOf = (slug: string, token: string) => keys.link(slug, tokenHashOf(token));

const linkRow = (slug: string, token: string, link: Link) =>
  rowOf(keyOf(slug, token), link, { ttl: Math.floor((link.expiresAt + linkRemembered) / 1000) });

export const insertLink = (slug: string, token: string, link: Link): Write => insert(linkRow(slug, token, link));

/** Uses the link up; of two who use it at once, one meets a conflict. */
export const markLinkUsed = (slug: string, token: string, link: Stored<Link>, at: number): Write =>
  replace(linkRow(slug, token, { ...link.value, usedAt: at }), link.version);

/** A link with the record of the person that it was sent to. */
export interface LoadedLink extends LinkOwner {
  readonly link: Stored<Link>;
  readonly profileRow?: Stored<ProfileRow> | undefined;
  readonly staffRow?: Stored<NonNullable<LinkOwner['person']>> | undefined;
  readonly passwordLink?: Stored<PasswordLink> | undefined;
  readonly billingRow?: Stored<NonNullable<LinkOwner['billing']>> | undefined;
}

/** Undefined for a token that this business never sent, or forgot a month after it expired. */
export async function loadLink(table: Table, slug: string, token: string): Promise<LoadedLink | undefined> {
  const [row] = await table.read([keyOf(slug, token)]);
  if (!row) return undefined;
  const link = parseRow(Link, row);
  switch (link.value.purpose) {
    case 'member_invitation': {
      const profileRow = await readProfile(table, slug, link.value.memberId);
      return { link, profileRow, profile: profileRow?.value.profile };
    }
    case 'staff_invitation': {
      const staffRow = await readStaff(table, slug, link.value.staffId);
      return { link, staffRow, person: staffRow?.value };
    }
    case 'password_reset': {
      const passwordLink = await readPasswordLink(table, link.value.loginId);
      return { link, passwordLink, isNewest: passwordLink?.value.hash === tokenHashOf(token) };
    }
    case 'card_update':
    case 'unsubscribe': {
      const [profileRow, billing] = await Promise.all([
        readProfile(table, slug, link.value.memberId),
        readBilling(table, slug, link.value.memberId),
      ]);
      return { link, profileRow, profile: profileRow?.value.profile, billingRow: billing, billing: billing.value };
    }
    default:
      return link.value satisfies never;
  }
}

/** Uses up the link with a hash, if it is there and was not used; no write otherwise. */
export async function linkUsedWrites(
  table: Table,
  slug: string,
  hash: string | undefined,
  at: number,
): Promise<Write[]> {
  if (hash === undefined) return [];
  const [row] = await table.read([keys.link(slug, hash)]);
  if (!row) return [];
  const { value, version } = parseRow(Link, row);
  if (value.usedAt !== undefined) return [];
  const ttl = Math.floor((value.expiresAt + linkRemembered) / 1000);
  return [replace(rowOf(keys.link(slug, hash), { ...value, usedAt: at }, { ttl }), version)];
}
