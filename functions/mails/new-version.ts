import { addDays } from '../../shared/domain/calendar.ts';
import { isOver } from '../../shared/domain/membership.ts';
import { compareBenefits } from '../../shared/domain/plan-comparison.ts';
import type { PendingChange } from '../../shared/domain/plan-quote.ts';
import { moveFor } from '../../shared/domain/version-move.ts';
import { cardInWords } from '../../shared/wording/describe-card.ts';
import { comparedInWords } from '../../shared/wording/describe-plan-change.ts';
import { priceInWords } from '../../shared/wording/describe-price.ts';
import { formatDate, formatMoney } from '../../shared/wording/format.ts';
import { mailsIn } from '../../shared/wording/mails/mails.ts';
import { planVersionOf } from '../store/configuration.ts';
import { readMail } from '../store/mail-rows.ts';
import type { MemberSnapshot } from '../store/member-snapshot.ts';
import { upcomingCharge } from '../views/charge-view.ts';
import { taxAt } from '../views/tax-at.ts';
import { type Addressee, waysTo } from './addressee.ts';
import { cancelPage, endsOnline } from './cancel-page.ts';
import { type Draft, toMember } from './member-letter.ts';
import { type MembershipNow, membershipAt } from './membership-at.ts';
import type { MailCause, NoMail } from './world.ts';

/** The notice of a new version of the plan: price and day, what is different, how to leave before (rule PC2). */
export function newVersionComing(
  { configuration, site }: MailCause,
  { membership, plan, today }: MembershipNow,
  pending: PendingChange,
  { billing }: MemberSnapshot,
  { name, tongue }: Addressee,
): Draft | NoMail {
  const { locale, language } = tongue;
  const business = configuration.business.value;
  const to = planVersionOf(configuration, pending.planId, pending.planVersion);
  const tax = taxAt(configuration, membership.locationId);
  const moving = to && moveFor(membership, { to, from: today }, { plan, tax, today, at: 0, isReachable: true });
  if (to === undefined || moving?.kind !== 'is_moved') return 'superseded';
  const { bill } = moving;
  const { card } = billing.value;
  const words = mailsIn(language).newVersion.coming({
    business: business.name,
    name,
    plan: to.name,
    firstDay: formatDate(bill.on, locale),
    lastDayBefore: formatDate(addDays(bill.on, -1), locale),
    before: priceInWords(plan, tax, tongue),
    after: priceInWords(to, tax, tongue),
    price: bill.after > bill.before ? 'more' : bill.after < bill.before ? 'less' : 'same',
    firstBill: formatMoney({ amount: bill.after, currency: business.currency }, locale),
    card: membership.payment === 'card' && card !== undefined ? cardInWords(card, tongue) : undefined,
    different: compareBenefits(plan.benefits, to.benefits)
      .filter(({ verdict }) => verdict !== 'same')
      .map((one) =>
        comparedInWords(
          one,
          { from: plan, to },
          configuration.services.map(({ value }) => value),
          tongue,
        ),
      ),
    cancel: {
      ways: waysTo(business),
      portal: endsOnline(membership, business) ? cancelPage(site, membership) : undefined,
    },
  });
  return { kind: 'new_version_coming', words, url: `${site}/portal/plan` };
}

/** That the new version does not come: to whom it was announced. */
export const newVersionOff = toMember(async (cause, member, { name, tongue }, { table }) => {
  const { event, configuration, site } = cause;
  const { because, toldBy } = event.subject;
  const found = membershipAt(cause, member);
  if (because === undefined || !found || isOver(found.membership, found.today)) return 'superseded';
  const { membership, plan, today } = found;
  if (membership.pendingChange?.reason === 'new_version') return 'superseded';
  const told =
    typeof toldBy === 'string' ? await readMail(table, { business: event.business, eventId: toldBy }) : undefined;
  // An announcement that still waits, or that nobody got, need not be taken back; one without a mark may have left.
  if (told !== undefined && !('sentAt' in told.value)) return 'superseded';
  const next = upcomingCharge(membership, configuration, today, member);
  const words = mailsIn(tongue.language).newVersion.off({
    business: configuration.business.value.name,
    name,
    plan: plan.name,
    price: priceInWords(plan, taxAt(configuration, membership.locationId), tongue),
    next: next && { amount: formatMoney(next.total, tongue.locale), day: formatDate(next.on, tongue.locale) },
  });
  return { kind: 'new_version_off', words, url: `${site}/portal` };
});
