import type { Profile } from '../../shared/domain/member.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import type { Tokens } from '../gateways/identity.ts';
import { MalformedRequest } from '../http/parse.ts';
import type { Handler } from '../http/request.ts';
import { change } from '../store/change.ts';
import { announce } from '../store/event-writes.ts';
import { markLinkUsed } from '../store/link-rows.ts';
import { linkLogin } from '../store/login-rows.ts';
import { profileWrites } from '../store/profile-row.ts';
import type { Write } from '../store/table.ts';
import { memberSession } from './member-session.ts';
import { openLink } from './open-link.ts';
import type { Visit } from './visit.ts';

/** Logins that a profile keeps; the schema allows no more. */
const mostLogins = 10;

export const acceptInvitation: Handler<'public', 'acceptInvitation'> = async (request) => {
  const { body, instance } = request;
  const { link } = await openLink(request, body.token, 'member_invitation');
  const tokens = await signInInvited(request, link.value.email, body.token, body.password);
  try {
    const attempt = async () => ({ writes: await acceptance(request, body.token, tokens), reply: undefined });
    await change(instance.table, attempt, { pause: instance.chance.pause });
  } catch (error) {
    // Somebody else was faster with the same link: this session must not stay.
    if (tokens.refreshToken !== undefined) await instance.members.revoke(tokens.refreshToken);
    throw error;
  }
  return memberSession(request, tokens);
};

/** Signs in who holds the link. A password that exists already stays: an invitation must not be able to change it. */
async function signInInvited(
  visit: Visit,
  email: string,
  token: string,
  password: string | undefined,
): Promise<Tokens> {
  const { members } = visit.instance;
  if (await members.find(email)) {
    try {
      return await members.signInWithLink(email, token, visit.slug);
    } catch (error) {
      if (!(error instanceof Refusal) || error.code !== 'sign_in_failed') throw error;
      // The link was used or replaced in this moment: that refusal says more.
      await openLink(visit, token, 'member_invitation');
      throw new Refusal('link_not_valid');
    }
  }
  if (password === undefined) throw new MalformedRequest([{ field: 'password', problem: 'is missing' }]);
  await members.setPassword(email, password);
  return members.signIn(email, password);
}

async function acceptance(visit: Visit, token: string, { loginId, email }: Tokens): Promise<Write[]> {
  const { slug, at, instance } = visit;
  const { link, profile, profileRow } = await openLink(visit, token, 'member_invitation');
  if (!profile?.invitation) throw new Refusal('link_expired');
  const { memberId, invitation } = profile;
  const others = profile.logins.filter((login) => login.loginId !== loginId);
  const after: Profile = {
    ...profile,
    logins: [...others, { loginId, email, linkedAt: at }].slice(-mostLogins),
    invitation: { ...invitation, acceptedAt: at },
  };
  const linked = visit.event('member.login_linked', { loginId }, memberId);
  return [
    markLinkUsed(slug, token, link, at),
    ...profileWrites(slug, profileRow, after),
    ...(await linkLogin(instance.table, slug, loginId, memberId)),
    announce({ ...linked, actor: { kind: 'member', memberId } }),
  ];
}
