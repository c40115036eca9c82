import { Refusal } from '../../shared/domain/refusal.ts';
import type { Handler } from '../http/request.ts';
import { announce } from '../store/event-writes.ts';
import { loadLink } from '../store/link-rows.ts';
import { profileWrites } from '../store/profile-row.ts';

/**
 * Ends one kind of mail (003-068). Called by the mail program itself, without a person’s session (RFC 8058): the token
 * in the address is all that counts, and asking again, or late, answers the same.
 */
export const unsubscribe: Handler<'public', 'unsubscribe'> = (request) =>
  request.change(async () => {
    const { instance, slug, path } = request;
    const loaded = await loadLink(instance.table, slug, path.unsubscribeToken);
    const link = loaded?.link.value;
    if (link?.purpose !== 'unsubscribe') throw new Refusal('not_found');
    const { list, memberId } = link;
    const profile = loaded?.profile;
    const ended = profile?.unsubscribed ?? [];
    if (!profile || ended.includes(list)) return { writes: [], reply: {} };
    const changed = request.event('preferences.changed', { ended: list }, memberId);
    return {
      writes: [
        ...profileWrites(slug, loaded?.profileRow, { ...profile, unsubscribed: [...ended, list] }),
        announce({ ...changed, actor: { kind: 'member', memberId } }),
      ],
      reply: {},
    };
  });
