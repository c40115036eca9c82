import { formatDate } from '../../shared/wording/format.ts';
import { mailsIn } from '../../shared/wording/mails/mails.ts';
import { loadMember } from '../store/member-snapshot.ts';
import { tongueFor } from './addressee.ts';
import { membershipAt } from './membership-at.ts';
import type { Prepare } from './world.ts';

/** Asks the business at its contact address to look at a pause without an end (rule P5), as long as it has none. */
export const pauseReview: Prepare = async ({ table }, cause) => {
  const { event, configuration, site } = cause;
  const { business: slug, memberId = '' } = event;
  const business = configuration.business.value;
  const { email } = business.contact;
  if (email === undefined) return 'no_address';
  const member = await loadMember(table, slug, memberId);
  const pause = member && membershipAt(cause, member)?.membership.pause;
  if (pause === undefined || pause.until !== undefined) return 'superseded';
  const tongue = tongueFor(undefined, business);
  const words = mailsIn(tongue.language).pause.review({
    business: business.name,
    since: formatDate(pause.from, tongue.locale),
  });
  return { kind: 'pause_review', to: email, tongue, words, url: `${site}/admin/contacts/${memberId}` };
};
