import { type Link, linkState } from '../../shared/domain/link.ts';
import { fullName } from '../../shared/domain/member.ts';
import { refuseUnless } from '../../shared/domain/refusal.ts';
import type { Handler } from '../http/request.ts';
import { type LoadedLink, loadLink } from '../store/link-rows.ts';
import { inspectCardLink } from './inspect-card-link.ts';
import type { Visit } from './visit.ts';

type Inspect = Handler<'public', 'inspectLink'>;

/** Looks at a link without using it, so that scanners of mails cannot use it up. */
export const inspectLink: Inspect = async (request) => {
  const loaded = await loadLink(request.instance.table, request.slug, request.body.token);
  refuseUnless(loaded, 'link_not_valid');
  const { purpose, audience, email } = loaded.link.value;
  const state = linkState(loaded.link.value, loaded, request.at);
  const shown = { purpose, audience, state, hasPassword: false };
  if (state !== 'valid') return shown;
  switch (purpose) {
    case 'member_invitation':
    case 'staff_invitation':
    case 'password_reset':
      return { ...shown, ...(await personOf(request, audience, email, loaded)) };
    case 'card_update':
      return { ...shown, ...(await inspectCardLink(request, request.body.token)) };
    case 'unsubscribe':
      return shown;
    default:
      return purpose satisfies never;
  }
};

/** Whom the link was sent to, so that they see that it is theirs. */
async function personOf(
  { instance }: Visit,
  audience: Link['audience'],
  email: string,
  { profile, person }: LoadedLink,
) {
  const account = await (audience === 'member' ? instance.members : instance.staff).find(email);
  const name = profile ? fullName(profile) : person?.name;
  return { hasPassword: account !== undefined, email, ...(name === undefined ? {} : { name }) };
}
