import { type LinkFor, linkLifetime } from '../../shared/domain/link.ts';
import { formatInstant } from '../../shared/wording/format.ts';
import { mailsIn } from '../../shared/wording/mails/mails.ts';
import { change } from '../store/change.ts';
import { insertLink, tokenHashOf } from '../store/link-rows.ts';
import { ownProfiles } from '../store/login-rows.ts';
import { passwordLinkWrite, readPasswordLink } from '../store/password-link.ts';
import { readAccess } from '../store/person-rows.ts';
import { type ResetRequest, readResetRequest } from '../store/reset-request.ts';
import { tongueFor } from './addressee.ts';
import type { Letter } from './letter.ts';
import { takeSlot } from './visitor-limit.ts';
import type { MailWorld, NoMail, Prepare } from './world.ts';

const pathOf = { member: 'portal', staff: 'admin' } as const;

/**
 * The link to set a new password, which takes the place of every one before. Everything that depends on who has the address happens here and not in the call that
 * asked, so that neither its answer nor its time tells anything (000-040).
 */
export const passwordReset: Prepare = async (world, { event, now, configuration, site }) => {
  const { table, chance } = world;
  const { business: slug } = event;
  const asked = await readResetRequest(table, slug, event.eventId);
  if (!asked) return 'request_gone';
  const { email, audience } = asked;
  const loginId = await loginHere(world, slug, asked);
  if (loginId === undefined) return 'no_account';

  const token = chance.newToken();
  const until = now + linkLifetime.password_reset;
  const link: LinkFor<'password_reset'> = { purpose: 'password_reset', audience, loginId, email, expiresAt: until };
  const business = configuration.business.value;
  const tongue = tongueFor(undefined, business);
  const kind = `${audience}_password` as const;
  return change<Letter | NoMail>(
    table,
    async () => {
      const newest = await readPasswordLink(table, loginId);
      // Events may arrive in another order, and late: a newer link, or a reset with one, stays in force.
      if (newest && newest.value.since > event.at) return { writes: [], reply: 'superseded' };
      const slot = await takeSlot(table, event, email, now);
      if (!slot) return { writes: [], reply: 'too_many' };
      return {
        writes: [
          insertLink(slug, token, link),
          passwordLinkWrite(loginId, newest, { hash: tokenHashOf(token), since: event.at }),
          ...slot,
        ],
        reply: {
          kind,
          to: email,
          tongue,
          words: mailsIn(tongue.language).access[kind]({
            business: business.name,
            until: formatInstant(until, business.timeZone, tongue.locale),
          }),
          url: `${site}/${pathOf[audience]}/password#${token}`,
        },
      };
    },
    { pause: chance.pause },
  );
};

/** The login of somebody of this business: else any salon's page could be made to write to any other salon's people. */
async function loginHere(world: MailWorld, slug: string, asked: ResetRequest): Promise<string | undefined> {
  const { table, members, staff } = world;
  const account = await (asked.audience === 'member' ? members : staff).find(asked.email);
  if (!account?.enabled) return undefined;
  const { loginId } = account;
  const isHere =
    asked.audience === 'member'
      ? (await ownProfiles(table, slug, loginId)).length > 0
      : (await readAccess(table, slug, loginId))?.value.state === 'active';
  return isHere ? loginId : undefined;
}
