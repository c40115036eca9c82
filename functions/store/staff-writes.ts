import { createHash } from 'node:crypto';
import type { StaffMember } from '../../shared/domain/staff-member.ts';
import { keys } from './keys.ts';
import { rowOf, type Stored } from './stored.ts';
import { type Row, replace, type Write } from './table.ts';

/** What an address is held under: no list of staff addresses can be read off the keys. */
export const emailHashOf = (email: string): string => createHash('sha256').update(email).digest('base64url');

/** The writes that change a colleague: the record, and the copy under the login that authorises requests. */
export function staffWrites(slug: string, before: Stored<StaffMember>, after: StaffMember, access?: Row): Write[] {
  return [
    replace(rowOf(keys.staff(slug, after.staffId), after), before.version),
    ...(access ? [replace(rowOf({ pk: access.pk, sk: access.sk }, after), access.version)] : []),
  ];
}
