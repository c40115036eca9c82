import { addDays } from '../../shared/domain/calendar.ts';
import { isUsable } from '../../shared/domain/credit-account.ts';
import { isBillOf } from '../../shared/domain/invoice.ts';
import { firstDayOf } from '../../shared/domain/membership.ts';
import { asBilledNext } from '../../shared/domain/pause.ts';
import { capital, creditInWords } from '../../shared/wording/describe.ts';
import { formatDate, formatMoney } from '../../shared/wording/format.ts';
import { mailsIn } from '../../shared/wording/mails/mails.ts';
import type { Tongue } from '../../shared/wording/words.ts';
import type { Configuration } from '../store/configuration.ts';
import { listInvoices, type StoredInvoice } from '../store/invoice-rows.ts';
import type { MemberSnapshot } from '../store/member-snapshot.ts';
import { toMember } from './member-letter.ts';
import { membershipAt } from './membership-at.ts';

/** The confirmation of a cancellation: what ends and when, the last charge, what stays usable (rule K6). */
export const membershipCancelled = toMember(async (cause, member, { name, tongue }, { table }) => {
  const { event, configuration, site } = cause;
  const found = membershipAt(cause, member);
  const cancelOn = found?.membership.cancelOn;
  // Taken back before the mail could leave.
  if (!found || cancelOn === undefined) return 'superseded';
  const { membership, plan, today } = found;
  const { locale } = tongue;
  const hasBegun = cancelOn > firstDayOf(membership, plan);
  const { period } = asBilledNext(membership);
  const goesOn = period.end < cancelOn && membership.due === undefined;
  const invoices = await listInvoices(table, event.business, membership.memberId);
  const words = mailsIn(tongue.language).membership.cancelled({
    business: configuration.business.value.name,
    name,
    plan: plan.name,
    lastDay: hasBegun ? formatDate(addDays(cancelOn, -1), locale) : undefined,
    isOver: cancelOn <= today,
    because: event.subject.because === 'payment_failed' ? 'payment_failed' : undefined,
    nextBill: goesOn && cancelOn > today ? formatDate(period.end, locale) : undefined,
    lastCharge: lastCharge(invoices, membership.membershipId, locale),
    credits: creditsLeft(member, membership.membershipId, configuration, today, tongue),
    portal: `${site}/portal`,
  });
  return { kind: 'membership_cancelled', words };
});

function lastCharge(invoices: readonly StoredInvoice[], membershipId: string, locale: string) {
  const paid = invoices
    .map(({ value }) => value)
    .filter((invoice) => invoice.state === 'paid' && isBillOf(invoice, membershipId))
    .sort((a, b) => (b.paidAt ?? 0) - (a.paidAt ?? 0))[0];
  if (paid?.paidOn === undefined) return undefined;
  const { total: amount, currency, paidOn } = paid;
  return { amount: formatMoney({ amount, currency }, locale), day: formatDate(paidOn, locale) };
}

function creditsLeft(
  { account }: MemberSnapshot,
  membershipId: string,
  { services, business }: Configuration,
  today: string,
  tongue: Tongue,
): string[] {
  const { benefits } = tongue.words;
  return account.value.buckets
    .filter(({ source }) => source.kind === 'membership' && source.membershipId === membershipId)
    .filter((bucket) => isUsable(bucket, today))
    .map(({ kind, available, serviceIds, expiresOn }) => {
      const credit = { kind, units: available, serviceIds };
      const named = services.map(({ value }) => value);
      const what = capital(creditInWords(credit, business.value.currency, named, tongue));
      const until =
        expiresOn === undefined ? benefits.noExpiry : benefits.lastDay(formatDate(expiresOn, tongue.locale));
      return `${what} · ${until}`;
    });
}
