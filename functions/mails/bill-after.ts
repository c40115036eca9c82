import { cardInWords } from '../../shared/wording/describe-card.ts';
import { formatDate, formatMoney } from '../../shared/wording/format.ts';
import type { BillAfter } from '../../shared/wording/mails/bill-after.ts';
import type { Tongue } from '../../shared/wording/words.ts';
import type { MemberSnapshot } from '../store/member-snapshot.ts';
import { upcomingCharge } from '../views/charge-view.ts';
import type { MembershipNow } from './membership-at.ts';
import type { MailCause } from './world.ts';

/** The next bill as it will be made, with who pays it; undefined when none is to come. */
export function billAfterInWords(
  { configuration }: Pick<MailCause, 'configuration'>,
  { membership, today }: MembershipNow,
  member: MemberSnapshot,
  tongue: Tongue,
): BillAfter | undefined {
  const upcoming = upcomingCharge(membership, configuration, today, member);
  if (upcoming === undefined) return undefined;
  const { card } = member.billing.value;
  const byCard = membership.payment === 'card' && card !== undefined;
  const money = (value: typeof upcoming.total) => formatMoney(value, tongue.locale);
  const { total, fromAccountCredit, amount, on } = upcoming;
  return {
    amount: money(total),
    day: formatDate(on, tongue.locale),
    ...(byCard ? { card: cardInWords(card, tongue) } : {}),
    byCredit:
      fromAccountCredit.amount === 0
        ? undefined
        : { amount: money(fromAccountCredit), rest: amount.amount === 0 ? undefined : money(amount) },
  };
}
