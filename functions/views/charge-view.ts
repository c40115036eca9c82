import type { OpenPayment, UpcomingCharge } from '../../shared/contract/views.ts';
import { goesOn } from '../../shared/domain/billing-schedule.ts';
import { addDays } from '../../shared/domain/calendar.ts';
import { coming } from '../../shared/domain/claim-charge.ts';
import { accessOn } from '../../shared/domain/dunning.ts';
import type { Membership } from '../../shared/domain/membership.ts';
import { emptyMoneyAccount } from '../../shared/domain/money-account.ts';
import { asBilledNext } from '../../shared/domain/pause.ts';
import { billLines } from '../../shared/domain/period-invoice.ts';
import { atNextBill } from '../../shared/domain/plan-change-effect.ts';
import type { LocalDate } from '../../shared/domain/time.ts';
import { type Configuration, nextPlanOf, planOf } from '../store/configuration.ts';
import type { MemberSnapshot } from '../store/member-snapshot.ts';
import { taxAt } from './tax-at.ts';

type Payer = Pick<MemberSnapshot, 'billing' | 'money'>;

/** The payment that did not come, if one is open. */
export function openPayment(
  { due, charge }: Membership,
  configuration: Configuration,
  today: LocalDate,
): OpenPayment | undefined {
  if (due === undefined) return undefined;
  const { policies, currency } = configuration.business.value;
  const isFull = accessOn(due.since, today, policies) === 'full';
  return {
    invoiceId: due.invoiceId,
    amount: { amount: due.amount, currency },
    since: due.since,
    reason: charge === undefined ? reasonOf(due) : 'being_checked',
    ...(isFull ? { restsFrom: addDays(due.since, policies.graceDays + 1) } : {}),
    step: due.step,
  };
}

function reasonOf({ declineClass, code }: NonNullable<Membership['due']>): OpenPayment['reason'] {
  if (code === undefined) return 'no_card';
  const reasons = {
    hard: 'new_card_needed',
    soft: 'declined',
    technical: 'provider_trouble',
    authentication: 'confirmation_needed',
  } as const;
  return reasons[declineClass];
}

/** The next charge, by the function that will also make it; undefined when none is to come. */
export function upcomingCharge(
  membership: Membership,
  configuration: Configuration,
  today: LocalDate,
  { billing, money }: Payer,
): UpcomingCharge | undefined {
  if (membership.due !== undefined || !goesOn(membership, today)) return undefined;
  const { currency } = configuration.business.value;
  const tax = taxAt(configuration, membership.locationId);
  const current = planOf(configuration, membership);
  const nextPlan = nextPlanOf(configuration, membership) ?? current;
  const {
    membership: billed,
    plan,
    period,
  } = atNextBill({ membership: asBilledNext(membership), plan: current, nextPlan }, today);
  const account = money?.value ?? emptyMoneyAccount(membership.memberId, currency);
  const byCard = membership.payment === 'card';
  const profile = { ...billing.value, usesAccountCredit: byCard && billing.value.usesAccountCredit };
  const { total, creditApplied, amount } = coming({ membership: billed, plan, profile, money: account, tax }, period);
  const taxes = billLines(billed, plan, period, tax).reduce((sum, line) => sum + line.tax, 0);
  const asMoney = (minor: number) => ({ amount: minor, currency });
  return {
    on: period.start < billed.period.end ? billed.period.end : period.start,
    total: asMoney(total),
    tax: asMoney(taxes),
    fromAccountCredit: asMoney(creditApplied),
    amount: asMoney(amount),
  };
}
