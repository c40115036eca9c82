import { linkState } from '../../shared/domain/link.ts';
import { fullName } from '../../shared/domain/member.ts';
import { refuseUnless } from '../../shared/domain/refusal.ts';
import type { Handler } from '../http/request.ts';
import { loadLink } from '../store/link-rows.ts';

/** Looks at a link without using it, so that scanners of mails cannot use it up. */
export const inspectLink: Handler<'public', 'inspectLink'> = async ({ body, instance, slug, at }) => {
  const loaded = await loadLink(instance.table, slug, body.token);
  refuseUnless(loaded, 'link_not_valid');
  const { purpose, audience, email } = loaded.link.value;
  const state = linkState(loaded.link.value, loaded, at);
  if (state !== 'valid') return { purpose, audience, state, hasPassword: false };
  const account = await (audience === 'member' ? instance.members : instance.staff).find(email);
  const name = loaded.profile ? fullName(loaded.profile) : loaded.person?.name;
  return {
    purpose,
    audience,
    state,
    hasPassword: account !== undefined,
    email,
    ...(name === undefined ? {} : { name }),
  };
};
