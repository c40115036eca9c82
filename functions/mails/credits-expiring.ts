import { localDateOf } from '../../shared/domain/calendar.ts';
import type { Bucket } from '../../shared/domain/credit-account.ts';
import { spokenOf } from '../../shared/domain/credit-alerts.ts';
import { byUse } from '../../shared/domain/credit-use.ts';
import { linkLifetime } from '../../shared/domain/link.ts';
import type { MailList } from '../../shared/domain/member.ts';
import { restingMemberships } from '../../shared/domain/standing.ts';
import { capital, creditInWords } from '../../shared/wording/describe.ts';
import { formatDay, relativeDay } from '../../shared/wording/format.ts';
import type { ExpiringPart } from '../../shared/wording/mails/credit-words.ts';
import { mailsIn } from '../../shared/wording/mails/mails.ts';
import type { Tongue } from '../../shared/wording/words.ts';
import { insertLink } from '../store/link-rows.ts';
import { serviceViews } from '../views/plan-view.ts';
import { waysTo } from './addressee.ts';
import { toMember } from './member-letter.ts';
import type { MailCause } from './world.ts';

/** The list that such mails are on, apart from all others: a member may end them alone (rule M1). */
const list: MailList = 'expiry_alerts';

/**
 * Reminds of what expires soon, as it is when the mail leaves: what was used since is not in it, and when nothing is left,
 * or it rests, there is none.
 */
export const creditsExpiring = toMember((cause, member, { name, tongue, to }, { chance }) => {
  const { event, now, configuration, site } = cause;
  const { profile, memberships } = member;
  if (profile.unsubscribed?.includes(list)) return 'unsubscribed';
  const business = configuration.business.value;
  const today = localDateOf(now, business.timeZone);
  const held = memberships.map(({ value }) => value);
  const resting = restingMemberships(held, today, business.policies);
  const spoken = spokenOf(member.account.value, member.alerts.value, String(event.subject.on), today);
  const buckets = spoken
    .filter(({ source }) => source.kind !== 'membership' || !resting.has(source.membershipId))
    .sort(byUse);
  const [first, ...others] = partsOf(buckets, cause, today, tongue);
  if (first === undefined) return 'superseded';
  const words = mailsIn(tongue.language).credit.expiring({
    business: business.name,
    name,
    parts: [first, ...others],
    ways: waysTo(business),
  });
  const unsubscribeToken = chance.newToken();
  const { memberId } = profile;
  const expiresAt = now + linkLifetime.unsubscribe;
  const ending = { purpose: 'unsubscribe', audience: 'member', memberId, list, email: to, expiresAt } as const;
  const writes = [insertLink(event.business, unsubscribeToken, ending)];
  return { kind: 'credits_expiring', words, url: `${site}/portal`, unsubscribeToken, writes };
});

/** By last day, soonest first; equal credits of a day as one. */
function partsOf(
  buckets: readonly Bucket[],
  { configuration }: MailCause,
  today: string,
  tongue: Tongue,
): ExpiringPart[] {
  const { currency } = configuration.business.value;
  const services = serviceViews(configuration);
  const days = [...new Set(buckets.flatMap(({ expiresOn }) => expiresOn ?? []))];
  return days.map((day) => {
    const sums = new Map<string, Pick<Bucket, 'kind' | 'serviceIds'> & { readonly units: number }>();
    for (const { kind, serviceIds, available, expiresOn } of buckets) {
      const key = `${kind} ${serviceIds.join(' ')}`;
      if (expiresOn === day) sums.set(key, { kind, serviceIds, units: available + (sums.get(key)?.units ?? 0) });
    }
    return {
      day: formatDay(day, today, tongue.locale),
      distance: relativeDay(day, today, tongue.locale),
      what: [...sums.values()].map((credit) => capital(creditInWords(credit, currency, services, tongue))),
    };
  });
}
