import { addDays, localDateOf } from '../../shared/domain/calendar.ts';
import { nextPauseNotice } from '../../shared/domain/pause-notice.ts';
import type { Pause } from '../../shared/domain/pause-terms.ts';
import { formatDate, formatMoney } from '../../shared/wording/format.ts';
import { mailsIn } from '../../shared/wording/mails/mails.ts';
import type { PauseFacts } from '../../shared/wording/mails/pause-words.ts';
import type { Tongue } from '../../shared/wording/words.ts';
import { pauseView } from '../views/pause-view.ts';
import { toMember } from './member-letter.ts';
import { type MembershipNow, membershipAt } from './membership-at.ts';
import { afterPauseInWords, creditsOfPause, feeInNextBill, hasUncounted, pauseWays } from './pause-facts.ts';
import type { MailCause, Prepare } from './world.ts';

/** The confirmation of a pause, or of its change (rule P7): as long as it stands as it was agreed on then. */
const confirmation = (kind: 'agreed' | 'changed'): Prepare =>
  toMember((cause, member, { name, tongue }) => {
    const found = membershipAt(cause, member);
    const pause = found?.membership.pause;
    if (!found || pause === undefined || !isAsToldOf(pause, cause)) return 'superseded';
    const { membership, plan, today } = found;
    const business = cause.configuration.business.value;
    const day = (date: string) => formatDate(date, tongue.locale);
    const reminder = pause.until === undefined ? undefined : nextPauseNotice(membership, business.timeZone, today);
    const facts: PauseFacts = {
      business: business.name,
      name,
      plan: plan.name,
      firstDay: day(pause.from),
      lastDay: pause.until === undefined ? undefined : day(addDays(pause.until, -1)),
      hasBegun: pause.from <= today,
      closure: pause.by === 'closure',
      after: afterPauseInWords(cause, found, member, tongue),
      fee: feeInWords(cause, found, tongue),
      credits: creditsOfPause(cause, found, member, tongue),
      restsOthers: hasUncounted(found),
      remindedOn: reminder && day(localDateOf(reminder.at, business.timeZone)),
      change: pauseWays(cause, found),
    };
    const words = mailsIn(tongue.language).pause[kind](facts);
    return { kind: `pause_${kind}`, words, url: `${cause.site}/portal` };
  });

export const pauseAgreed = confirmation('agreed');
export const pauseChanged = confirmation('changed');

/** A pause that was changed since has a mail of its own. */
function isAsToldOf({ from, until }: Pause, { event }: MailCause): boolean {
  const { from: toldFrom, lastDay } = event.subject;
  return from === toldFrom && (until === undefined ? undefined : addDays(until, -1)) === lastDay;
}

/** What the pause costs: once its end is known, as a part of the next bill. */
function feeInWords(cause: MailCause, found: MembershipNow, tongue: Tongue): PauseFacts['fee'] {
  const { membership, plan, today } = found;
  const view = pauseView(membership, plan, cause.configuration, today)?.fee;
  if (view === undefined) return undefined;
  const included = view.total === undefined ? undefined : feeInNextBill(cause, found, tongue);
  if (included !== undefined) return { amount: included, per: 'included' };
  return { amount: formatMoney(view.each, tongue.locale), per: view.per };
}
