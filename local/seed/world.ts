import { type Client, createClient } from '../../shared/contract/client.ts';
import { memberOperations } from '../../shared/contract/member-operations.ts';
import { publicOperations } from '../../shared/contract/public-operations.ts';
import { staffOperations } from '../../shared/contract/staff-operations.ts';
import { demoPassword } from './accounts.ts';
import { unless } from './calls.ts';
import type { Inbox } from './inbox.ts';
import { patientFetch } from './patient-fetch.ts';

/** What making a salon touches: the API, the operator's functions, the inbox. */
export interface World {
  /** Address of the API, e.g. `http://localhost:4000/api`. */
  readonly api: string;
  /** Runs a function of the assembly by the name it has in the contract. Rejects when it fails. */
  readonly invoke: (functionName: string, payload: unknown) => Promise<unknown>;
  readonly inbox: Inbox;
  /** Milliseconds since 1970 on the laptop's clock. */
  readonly now: () => number;
  readonly progress: (text: string) => void;
}

export type Visitor = Client<typeof publicOperations>;
export type Member = Client<typeof memberOperations>;
export type Staff = Client<typeof staffOperations>;

export const visitorAt = ({ api }: World, business: string): Visitor =>
  createClient(publicOperations, { baseUrl: api, business, fetch: patientFetch() });

export const memberWith = ({ api }: World, business: string, accessToken: string): Member =>
  createClient(memberOperations, {
    baseUrl: api,
    business,
    accessToken: async () => accessToken,
    fetch: patientFetch(),
  });

export const staffWith = ({ api }: World, business: string, accessToken: string): Staff =>
  createClient(staffOperations, {
    baseUrl: api,
    business,
    accessToken: async () => accessToken,
    fetch: patientFetch(),
  });

/** A colleague at work: with the demo password, unless all is new, or by accepting the invitation in the inbox. */
export async function startWork(world: World, slug: string, email: string, isNew: boolean): Promise<Staff> {
  const visitor = visitorAt(world, slug);
  const password = demoPassword(slug);
  const signIn = () => unless('sign_in_failed', visitor.openStaffSession({ body: { email, password } }));
  const accept = async () =>
    // Used already when the answer to the first try was lost: then the password is set, and signing in says so.
    unless('link_used', visitor.acceptStaffInvitation({ body: { token: await world.inbox.token(email), password } }));
  const session = (isNew ? undefined : await signIn()) ?? (await accept()) ?? (await signIn());
  if (session === undefined) throw new Error(`${email} can neither accept the invitation nor sign in`);
  return staffWith(world, slug, session.accessToken);
}
