import { demoPassword } from './accounts.ts';
import { keyFor, once, unless } from './calls.ts';
import type { Desk } from './client-story.ts';
import type { SeedClient } from './salon.ts';
import { visitorAt, type World } from './world.ts';

type AnyClient = SeedClient<string, string>;
/** A client with the id that the record was given. */
export type Known = readonly [client: AnyClient, memberId: string];

/** Invites a household, one after the other, to the same address: the second profile joins the login of the first. */
export async function openPortal(world: World, desk: Desk, household: readonly Known[]): Promise<void> {
  const { slug } = desk.salon;
  const visitor = visitorAt(world, slug);
  const password = demoPassword(slug);
  const email = household[0]?.[0].email;
  if (email === undefined) throw new Error(`${household[0]?.[0].name.join(' ')} has no e-mail to invite.`);
  const signIn = () => unless('sign_in_failed', visitor.openSession({ body: { email, password } }));
  let session = desk.isNew ? undefined : await signIn();

  for (const [client, memberId] of household) {
    if (session?.profiles.some((profile) => profile.memberId === memberId)) continue;
    const idempotencyKey = keyFor(slug, ...client.name, 'invite');
    await desk.team.receptionist.sendPortalInvite({ path: { memberId }, body: {}, idempotencyKey });
    if (client.portal === 'invited') continue;
    // Who has a password already is signed in by the link alone.
    const secret = session ? {} : { password };
    const accept = async () =>
      once(visitor.acceptInvitation({ body: { token: await world.inbox.token(email), ...secret } }));
    // A link that was used says so: by a try whose answer was lost, or by an earlier run, and then the next mail counts.
    do session = (await accept()) ?? (await signIn());
    while (session === undefined);
    await changeEmail(desk, client, memberId);
  }
}

/** The record gets another address than the login's, as happens when somebody changes provider. */
async function changeEmail({ team }: Desk, client: AnyClient, memberId: string): Promise<void> {
  if (client.laterEmail === undefined) return;
  const { version, details } = await team.receptionist.getMember({ path: { memberId } });
  await team.receptionist.updateMember({
    path: { memberId },
    body: { version, details: { ...details, email: client.laterEmail } },
  });
}
