import * as z from 'zod/mini';
import { linkRemembered } from '../../shared/domain/link.ts';
import { Instant } from '../../shared/domain/time.ts';
import { keys } from './keys.ts';
import { parseRow, rowOf, type Stored } from './stored.ts';
import { insert, replace, type Table, type Write } from './table.ts';

/**
 * The one password link of a login that works, by the hash of its token; none after the password was reset. `since` is
 * when the link was asked for, or the reset: a request from before must not void what came after it.
 */
export const PasswordLink = z.strictObject({ hash: z.optional(z.string()), since: Instant });
export type PasswordLink = z.infer<typeof PasswordLink>;

/** Undefined for a login that never asked, or not within the last month. */
export async function readPasswordLink(table: Table, loginId: string): Promise<Stored<PasswordLink> | undefined> {
  const [row] = await table.read([keys.passwordLink(loginId)]);
  return row && parseRow(PasswordLink, row);
}

/** The write that makes every password link of a login void, except the one named. */
export function passwordLinkWrite(
  loginId: string,
  before: Stored<PasswordLink> | undefined,
  after: PasswordLink,
): Write {
  const row = rowOf(keys.passwordLink(loginId), after, { ttl: Math.floor((after.since + linkRemembered) / 1000) });
  return before === undefined ? insert(row) : replace(row, before.version);
}
