import type { PausedCredit } from '../../shared/contract/pause-views.ts';
import { goesOn } from '../../shared/domain/billing-schedule.ts';
import { addDays } from '../../shared/domain/calendar.ts';
import { firstDayWithout, type Membership } from '../../shared/domain/membership.ts';
import { asBilledNext } from '../../shared/domain/pause.ts';
import { scheduleOf } from '../../shared/domain/pause-schedule.ts';
import { lineOf } from '../../shared/domain/period-invoice.ts';
import { isCounted } from '../../shared/domain/plan.ts';
import { capital, creditInWords } from '../../shared/wording/describe.ts';
import { priceInWords } from '../../shared/wording/describe-price.ts';
import { formatDate, formatMoney } from '../../shared/wording/format.ts';
import type { AfterPause, NewPlan, PauseFacts, PauseWays } from '../../shared/wording/mails/pause-words.ts';
import type { Tongue } from '../../shared/wording/words.ts';
import type { MemberSnapshot } from '../store/member-snapshot.ts';
import { pendingChangeView } from '../views/membership-view.ts';
import { creditsInPause, givenInPause, pausedCredits } from '../views/pause-preview.ts';
import { taxAt } from '../views/tax-at.ts';
import { waysTo } from './addressee.ts';
import { billAfterInWords } from './bill-after.ts';
import type { MembershipNow } from './membership-at.ts';
import type { MailCause } from './world.ts';

/** The bill after the pause exactly as it will be made, or why none can be named. */
export function afterPauseInWords(
  cause: MailCause,
  found: MembershipNow,
  member: MemberSnapshot,
  tongue: Tongue,
): AfterPause | undefined {
  const { membership } = found;
  const change = newPlanInWords(membership, cause.configuration, tongue);
  const newPlan = change === undefined ? {} : { newPlan: change };
  if (scheduleOf(membership) === undefined) return { kind: 'unknown', ...newPlan };
  const bill = billAfterInWords(cause, found, member, tongue);
  if (bill !== undefined) return { kind: 'bill', ...bill, ...newPlan };
  const end = membership.due === undefined ? firstDayWithout(membership) : undefined;
  return end === undefined ? undefined : { kind: 'end', lastDay: formatDate(addDays(end, -1), tongue.locale) };
}

/** Another plan that waits for its bill, as a pause moves it. */
function newPlanInWords(
  membership: Membership,
  configuration: MailCause['configuration'],
  tongue: Tongue,
): NewPlan | undefined {
  const pending = pendingChangeView(membership, configuration);
  if (pending === undefined) return undefined;
  const { plan, effectiveOn, reason } = pending;
  return {
    reason,
    name: plan.name,
    day: effectiveOn && formatDate(effectiveOn, tongue.locale),
    price: priceInWords(plan, plan.rules.tax, tongue),
  };
}

/** What pausing costs with the next bill, tax included; undefined when it costs nothing, or no bill comes. */
export function feeInNextBill(
  { configuration }: MailCause,
  { membership, plan, today }: MembershipNow,
  { locale }: Tongue,
): string | undefined {
  const { pauseFee } = asBilledNext(membership);
  if (pauseFee === undefined || !goesOn(membership, today)) return undefined;
  const { currency } = configuration.business.value;
  const { gross } = lineOf(
    { kind: 'pause_fee', plan: plan.name },
    pauseFee,
    taxAt(configuration, membership.locationId),
  );
  return formatMoney({ amount: gross, currency }, locale);
}

/** What is left of the membership's credits, as the pause changes it. */
function creditsNow(
  { event, now }: MailCause,
  { membership, today }: MembershipNow,
  { account }: MemberSnapshot,
): PausedCredit[] {
  const occasion = { actor: event.actor, causeId: event.requestId, today, at: now };
  const after = creditsInPause(membership, account.value, occasion);
  return pausedCredits(membership.membershipId, account.value, after, today);
}

/** What is left of the membership's credits, each with its last day, as the pause moves it. */
export const creditsInWords = (cause: MailCause, found: MembershipNow, member: MemberSnapshot, tongue: Tongue) =>
  creditsNow(cause, found, member).map((credit) => creditLine(credit, found.membership, cause.configuration, tongue));

/** The same for a pause that is agreed on: what expires before it begins does not rest in it (rule P3). */
export function creditsOfPause(
  cause: MailCause,
  found: MembershipNow,
  member: MemberSnapshot,
  tongue: Tongue,
): PauseFacts['credits'] {
  const { membership } = found;
  const rest = membership.pause?.benefits === 'frozen';
  const credits = creditsNow(cause, found, member);
  const lines = (some: readonly PausedCredit[]) =>
    some.map((credit) => creditLine(credit, membership, cause.configuration, tongue));
  return {
    rest,
    lines: lines(credits.filter(({ rests }) => rests || !rest)),
    before: lines(credits.filter(({ rests }) => rest && !rests)),
    given: lines(givenInPause(membership, member.account.value, found.today)),
  };
}

function creditLine(
  { kind, available, serviceIds, expiresOn, expiresOnAfter, rests }: PausedCredit,
  { pause }: Membership,
  { services, business }: MailCause['configuration'],
  tongue: Tongue,
): string {
  const { benefits } = tongue.words;
  const named = services.map(({ value }) => value);
  const what = capital(creditInWords({ kind, units: available, serviceIds }, business.value.currency, named, tongue));
  const lastDay = expiresOnAfter ?? expiresOn;
  if (lastDay === undefined) return `${what} · ${benefits.noExpiry}`;
  // The day that it has now is not the one that it will have: better none than a wrong one.
  const moves = rests && pause?.until === undefined;
  return moves ? what : `${what} · ${benefits.lastDay(formatDate(lastDay, tongue.locale))}`;
}

/** True of a plan with benefits that are not counted. */
export const hasUncounted = ({ plan }: MembershipNow): boolean => plan.benefits.some((benefit) => !isCounted(benefit));

/** Where members change a pause; a closure of the salon is not theirs to change. */
export function pauseWays({ configuration }: MailCause, { membership }: MembershipNow): PauseWays | undefined {
  if (membership.pause?.by === 'closure') return undefined;
  const business = configuration.business.value;
  return {
    ways: waysTo(business),
    portal: business.features.memberPauses,
  };
}
