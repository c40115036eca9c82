import type { BillingProfile } from './billing-profile.ts';
import { daysBetween, periodAt } from './calendar.ts';
import type { CreditAccount } from './credit-account.ts';
import { topUpGrants } from './credit-top-up.ts';
import { portionOf } from './money.ts';
import type { MoneyAccount } from './money-account.ts';
import { scheduleOf } from './pause-schedule.ts';
import { lineOf, totalOf } from './period-invoice.ts';
import { priceOfPeriod } from './plan.ts';
import { type ChangeWish, refuseChange } from './plan-change.ts';
import { changedNow } from './plan-change-effect.ts';
import { isSameInterval } from './plan-comparison.ts';
import type { ChangeTerms } from './plan-quote.ts';
import type { TaxRule } from './tax.ts';
import { taxed } from './tax.ts';
import type { Anchor, LocalDate, Period } from './time.ts';

/** A wish to change, with everything that its price depends on. */
export interface ChangeAsk extends ChangeWish {
  readonly tax: TaxRule | undefined;
  readonly money: MoneyAccount;
  readonly profile: Pick<BillingProfile, 'usesAccountCredit'>;
  readonly account: CreditAccount;
}

/**
 * What the change means, the same for the preview and for the deed (rules PC4 … PC8). Amounts in minor units, whole local
 * days, half up. Refuses what `refuseChange` refuses.
 */
export function changeTerms(ask: ChangeAsk): ChangeTerms {
  refuseChange(ask);
  return ask.when === 'now' ? termsNow(ask) : termsNext(ask);
}

const names = ({ plan, to }: ChangeAsk) => ({
  from: { planId: plan.planId, version: plan.version },
  to: { planId: to.planId, version: to.version },
});

function termsNext(ask: ChangeAsk): ChangeTerms {
  const { period } = scheduleOf(ask.membership) ?? ask.membership;
  return {
    ...names(ask),
    when: 'next_period',
    effectiveOn: period.end,
    period,
    lines: [],
    total: 0,
    creditApplied: 0,
    amount: 0,
    toAccountCredit: 0,
    grants: [],
  };
}

/** The price of the rest of a period: `round(price · left / days)`. */
const restOf = (price: number, { days, left }: { days: number; left: number }): number => portionOf(price, left, days);

/** Days of a period, and how many are left, the day of the change included (rule PC4). */
export const daysOf = ({ start, end }: Period, today: LocalDate) => ({
  days: daysBetween(start, end),
  left: daysBetween(today, end),
});

function termsNow(ask: ChangeAsk): ChangeTerms {
  const { membership, plan, to, today, tax, money, profile } = ask;
  const old = membership.period;
  const days = daysOf(old, today);
  const credit = restOf(priceOfPeriod(plan, old.index).amount, days);
  const isSame = isSameInterval(plan.interval, to.interval);
  const anchor: Anchor | undefined = isSame ? undefined : { date: today, interval: to.interval, index: old.index + 1 };
  const period = anchor === undefined ? old : periodAt(anchor, old.index + 1);
  const full = priceOfPeriod(to, period.index).amount;
  const price = isSame ? restOf(full, days) : full;
  // An introductory price can make the dearer plan the cheaper one for now: that is no money back (rule PC4).
  const due = isSame ? Math.max(0, price - credit) : price - credit;
  const subject = { kind: 'plan_change', from: plan.name, plan: to.name, start: today, end: period.end } as const;
  const lines = [lineOf(subject, Math.max(0, due), tax)];
  const total = totalOf(lines);
  const byCard = membership.payment === 'card';
  const creditApplied = byCard && profile.usesAccountCredit ? Math.min(total, money.balance) : 0;
  const terms: ChangeTerms = {
    ...names(ask),
    when: 'now',
    effectiveOn: today,
    period,
    ...(anchor === undefined ? {} : { anchor }),
    proration: { ...days, price, credit },
    lines,
    total,
    creditApplied,
    amount: total - creditApplied,
    toAccountCredit: taxed(Math.max(0, -due), tax).gross,
    grants: [],
  };
  return { ...terms, grants: grantsNow(ask, terms) };
}

/** What will come at once, by the function that will also give it. */
function grantsNow({ membership, plan, to, today, account }: ChangeAsk, terms: ChangeTerms): ChangeTerms['grants'] {
  const changed = changedNow(membership, plan, to, terms);
  const preview = { actor: { kind: 'operator' as const }, causeId: 'preview', today, at: 0 };
  return topUpGrants(account, changed, to, { grantedOn: today, mark: 'preview' }, preview).flatMap(
    ({ units, opens }) => {
      if (opens === undefined) return [];
      const { kind, serviceIds, expiresOn } = opens;
      return [{ kind, serviceIds, units, ...(expiresOn === undefined ? {} : { expiresOn }) }];
    },
  );
}
