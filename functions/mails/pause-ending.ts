import { addDays } from '../../shared/domain/calendar.ts';
import { isPauseOver } from '../../shared/domain/pause.ts';
import { formatDate } from '../../shared/wording/format.ts';
import { mailsIn } from '../../shared/wording/mails/mails.ts';
import { toMember } from './member-letter.ts';
import { membershipAt } from './membership-at.ts';
import { afterPauseInWords, creditsInWords, feeInNextBill, pauseWays } from './pause-facts.ts';

/** What is charged after the pause, and when, a week before it ends (rule P7); not when it has got another end. */
export const pauseEnding = toMember((cause, member, { name, tongue }) => {
  const found = membershipAt(cause, member);
  const until = found?.membership.pause?.until;
  const isStill = until !== undefined && until === cause.event.subject.day;
  if (!found || !isStill || isPauseOver(found.membership, found.today)) return 'superseded';
  const { plan } = found;
  const words = mailsIn(tongue.language).pause.ending({
    business: cause.configuration.business.value.name,
    name,
    plan: plan.name,
    lastDay: formatDate(addDays(until, -1), tongue.locale),
    firstDayAfter: formatDate(until, tongue.locale),
    after: afterPauseInWords(cause, found, member, tongue),
    includesFee: feeInNextBill(cause, found, tongue),
    credits: creditsInWords(cause, found, member, tongue),
    change: pauseWays(cause, found),
  });
  return { kind: 'pause_ending', words, url: `${cause.site}/portal` };
});
