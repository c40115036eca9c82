import { Business } from '../../shared/domain/business.ts';
import { StaffMember } from '../../shared/domain/staff-member.ts';
import { keys } from './keys.ts';
import { ProfileRow } from './profile-row.ts';
import { parseRow, type Stored } from './stored.ts';
import type { Table } from './table.ts';

/** Undefined when there is no such business. */
export async function readBusiness(table: Table, slug: string): Promise<Stored<Business> | undefined> {
  const [row] = await table.read([keys.business(slug)]);
  return row && parseRow(Business, row);
}

/** Undefined when the business has no such member. */
export async function readProfile(
  table: Table,
  slug: string,
  memberId: string,
): Promise<Stored<ProfileRow> | undefined> {
  const [row] = await table.read([keys.profile(slug, memberId)]);
  return row && parseRow(ProfileRow, row);
}

/** Undefined when nobody of that id ever worked there. */
export async function readStaff(table: Table, slug: string, staffId: string): Promise<Stored<StaffMember> | undefined> {
  const [row] = await table.read([keys.staff(slug, staffId)]);
  return row && parseRow(StaffMember, row);
}

/** The record under a login, also of somebody who has left; undefined for a login that never had access. */
export async function readAccess(
  table: Table,
  slug: string,
  loginId: string,
): Promise<Stored<StaffMember> | undefined> {
  const [row] = await table.read([keys.access(slug, loginId)]);
  return row && parseRow(StaffMember, row);
}
