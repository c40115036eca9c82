import { refuseUnless } from '../../shared/domain/refusal.ts';
import type { Handler } from '../http/request.ts';
import { announce } from '../store/event-writes.ts';
import { loadLink, markLinkUsed } from '../store/link-rows.ts';
import { passwordLinkWrite } from '../store/password-link.ts';
import { openLink } from './open-link.ts';

/**
 * The password first, the link second: a password that is refused as too weak, or a crash, must not use up the link.
 * Every session ends, so that whoever knew the old password is out, and so does every other password link, also one
 * that was sent in this moment.
 */
export const resetPassword: Handler<'public', 'resetPassword'> = async (request) => {
  const { body, instance, slug, at } = request;
  const { email, audience, loginId } = (await openLink(request, body.token, 'password_reset')).link.value;
  const pool = audience === 'member' ? instance.members : instance.staff;
  const account = await pool.find(email);
  refuseUnless(account?.enabled && account.loginId === loginId, 'link_not_valid');
  await pool.setPassword(email, body.password);
  await pool.signOutEverywhere(email);
  const changed = request.event('password.changed', { audience, loginId });
  return request.change(async () => {
    const loaded = await loadLink(instance.table, slug, body.token);
    refuseUnless(loaded && loaded.link.value.usedAt === undefined, 'link_used');
    return {
      writes: [
        markLinkUsed(slug, body.token, loaded.link, at),
        passwordLinkWrite(loginId, loaded.passwordLink, { since: at }),
        announce(changed),
      ],
      reply: { audience, email },
    };
  });
};
