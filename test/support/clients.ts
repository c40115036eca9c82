import { type Client, createClient } from '../../shared/contract/client.ts';
import { memberOperations } from '../../shared/contract/member-operations.ts';
import { publicOperations } from '../../shared/contract/public-operations.ts';
import { staffOperations } from '../../shared/contract/staff-operations.ts';
import type { System } from './system.ts';

export type StaffClient = Client<typeof staffOperations>;
export type MemberClient = Client<typeof memberOperations>;
export type PublicClient = Client<typeof publicOperations>;

interface Person {
  readonly business: string;
  readonly email: string;
  readonly password: string;
}

const at = ({ api }: System, business: string, language?: string) => ({
  baseUrl: api,
  business,
  ...(language === undefined ? {} : { language: () => language }),
});

export const publicClient = (system: System, business: string, language?: string): PublicClient =>
  createClient(publicOperations, at(system, business, language));

export const staffClient = (system: System, business: string, token: string, language?: string): StaffClient =>
  createClient(staffOperations, { ...at(system, business, language), accessToken: async () => token });

export const memberClient = (system: System, business: string, token: string): MemberClient =>
  createClient(memberOperations, { ...at(system, business), accessToken: async () => token });

/** Signs a member of staff in. */
export async function staffClientFor(system: System, { business, email, password }: Person): Promise<StaffClient> {
  const session = await publicClient(system, business).openStaffSession({ body: { email, password } });
  return staffClient(system, business, session.accessToken);
}

/** Signs a member in; `profiles` are those that the login may open. */
export async function memberClientFor(system: System, { business, email, password }: Person) {
  const session = await publicClient(system, business).openSession({ body: { email, password } });
  return { ...session, client: memberClient(system, business, session.accessToken) };
}
