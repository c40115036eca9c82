import { linkLifetime } from '../../shared/domain/link.ts';
import { change } from '../store/change.ts';
import { insertLink } from '../store/link-rows.ts';
import { ownProfiles } from '../store/login-rows.ts';
import { readAccess } from '../store/person-rows.ts';
import { type ResetRequest, readResetRequest } from '../store/reset-request.ts';
import type { Letter } from './letter.ts';
import { takeSlot } from './visitor-limit.ts';
import type { MailWorld, NoMail, Prepare } from './world.ts';

const pathOf = { member: 'portal', staff: 'admin' } as const;

/**
 * The link to set a new password. Everything that depends on who has the address happens here and not in the call that
 * asked, so that neither its answer nor its time tells anything (000-040).
 */
export const passwordReset: Prepare = async (world, event, now) => {
  const { table, chance, siteOf } = world;
  const { business: slug } = event;
  const asked = await readResetRequest(table, slug, event.eventId);
  if (!asked) return 'request_gone';
  const { email, audience } = asked;
  if (!(await belongsHere(world, slug, asked))) return 'no_account';

  const token = chance.newToken();
  const until = now + linkLifetime.password_reset;
  return change<Letter | NoMail>(
    table,
    async () => {
      const slot = await takeSlot(table, event, email, now);
      if (!slot) return { writes: [], reply: 'too_many' };
      return {
        writes: [insertLink(slug, token, { purpose: 'password_reset', audience, email, expiresAt: until }), ...slot],
        reply: {
          kind: `${audience}_password`,
          to: email,
          url: `${siteOf(slug)}/${pathOf[audience]}/password#${token}`,
          until,
        },
      };
    },
    { pause: chance.pause },
  );
};

/** Somebody of this business: else any salon's page could be made to write to any other salon's people. */
async function belongsHere(world: MailWorld, slug: string, { email, audience }: ResetRequest): Promise<boolean> {
  const { table, members, staff } = world;
  const account = await (audience === 'member' ? members : staff).find(email);
  if (!account?.enabled) return false;
  if (audience === 'member') return (await ownProfiles(table, slug, account.loginId)).length > 0;
  return (await readAccess(table, slug, account.loginId))?.value.state === 'active';
}
