import { addDays } from '../../shared/domain/calendar.ts';
import { isExpiredOn } from '../../shared/domain/card.ts';
import { linkLifetime } from '../../shared/domain/link.ts';
import type { MailList } from '../../shared/domain/member.ts';
import { isTrial } from '../../shared/domain/membership.ts';
import { asBilledNext } from '../../shared/domain/pause.ts';
import { atNextBill } from '../../shared/domain/plan-change-effect.ts';
import { cardInWords, cardMonth } from '../../shared/wording/describe-card.ts';
import { formatDate, formatDay, formatLastDay, formatMoney } from '../../shared/wording/format.ts';
import { mailsIn } from '../../shared/wording/mails/mails.ts';
import { nextPlanOf } from '../store/configuration.ts';
import { insertLink } from '../store/link-rows.ts';
import type { MemberSnapshot } from '../store/member-snapshot.ts';
import { upcomingCharge } from '../views/charge-view.ts';
import { type Addressee, waysTo } from './addressee.ts';
import { cancelPage, endsOnline } from './cancel-page.ts';
import { cardLink } from './card-link.ts';
import { type Draft, toMember } from './member-letter.ts';
import { type MembershipNow, membershipAt } from './membership-at.ts';
import type { MailCause, MailWorld, NoMail } from './world.ts';

/** What is announced before a bill: the renewal itself (rule M7), or that the card will not outlast it (rule D2). */
export const renewalNotice = toMember((cause, member, addressee, world) => {
  const found = membershipAt(cause, member);
  // Another bill, or none: cancelled, paused, paid at the desk from now on, or renewed already.
  const isComing =
    found?.membership.payment === 'card' && asBilledNext(found.membership).period.end === cause.event.subject.billDate;
  const upcoming = found && upcomingCharge(found.membership, cause.configuration, found.today, member);
  if (!found || !isComing || !upcoming) return 'superseded';
  const coming: Coming = { ...found, upcoming };
  return cause.event.subject.notice === 'renewal'
    ? renewal(cause, member, addressee, coming)
    : cardExpiring(cause, member, addressee, coming, world);
});

interface Coming extends MembershipNow {
  readonly upcoming: NonNullable<ReturnType<typeof upcomingCharge>>;
}

function renewal(
  { configuration, site }: MailCause,
  { billing }: MemberSnapshot,
  { name, tongue }: Addressee,
  { membership, plan: current, today, upcoming }: Coming,
): Draft {
  const business = configuration.business.value;
  const { locale } = tongue;
  const { card } = billing.value;
  const nextPlan = nextPlanOf(configuration, membership) ?? current;
  const { plan, period } = atNextBill({ membership: asBilledNext(membership), plan: current, nextPlan }, today);
  const { start, end } = period;
  const { committedUntil } = membership;
  const isCommitted = committedUntil !== undefined && committedUntil >= upcoming.on;
  const words = mailsIn(tongue.language).membership.renewalNotice({
    business: business.name,
    name,
    plan: plan.name,
    trialUntil: isTrial(membership) ? formatDay(addDays(upcoming.on, -1), today, locale) : undefined,
    day: formatDay(upcoming.on, today, locale),
    total: formatMoney(upcoming.total, locale),
    tax: upcoming.tax.amount === 0 ? undefined : formatMoney(upcoming.tax, locale),
    parts:
      upcoming.fromAccountCredit.amount === 0
        ? undefined
        : {
            fromAccountCredit: formatMoney(upcoming.fromAccountCredit, locale),
            fromCard: formatMoney(upcoming.amount, locale),
          },
    card: card && cardInWords(card, tongue),
    period: tongue.words.invoices.days(formatDate(start, locale), formatLastDay(end, locale)),
    cancel: {
      ways: waysTo(business),
      portal: endsOnline(membership, business) ? cancelPage(site, membership) : undefined,
      committedUntil: isCommitted ? formatDate(committedUntil, locale) : undefined,
    },
  });
  return { kind: 'renewal_notice', words };
}

/** The list that such mails are on: helpful, but neither law nor contract ask for them (rule M1). */
const list: MailList = 'service';

function cardExpiring(
  cause: MailCause,
  member: MemberSnapshot,
  addressee: Addressee,
  { plan, today, upcoming }: Coming,
  { chance }: MailWorld,
): Draft | NoMail {
  const { profile, billing } = member;
  const { card } = billing.value;
  if (!card || !isExpiredOn(card, upcoming.on)) return 'superseded';
  if (profile.unsubscribed?.includes(list)) return 'unsubscribed';
  const { event, now, configuration } = cause;
  const { tongue, name, to } = addressee;
  const link = cardLink(cause, member, addressee, chance.newToken());
  const unsubscribeToken = chance.newToken();
  const words = mailsIn(tongue.language).membership.cardExpiring({
    business: configuration.business.value.name,
    name,
    plan: plan.name,
    card: cardInWords(card, tongue),
    month: cardMonth(card),
    day: formatDay(upcoming.on, today, tongue.locale),
    amount: formatMoney(upcoming.total, tongue.locale),
    until: link.until,
  });
  const { memberId } = profile;
  const expiresAt = now + linkLifetime.unsubscribe;
  const ending = { purpose: 'unsubscribe', audience: 'member', memberId, list, email: to, expiresAt } as const;
  const writes = [...link.writes, insertLink(event.business, unsubscribeToken, ending)];
  return { kind: 'card_expiring', words, url: link.url, unsubscribeToken, writes };
}
