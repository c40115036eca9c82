import type { Money } from '../domain/money.ts';
import type { PlanTerms } from '../domain/plan.ts';
import type { PlanRules } from '../domain/plan-rules.ts';
import type { LocalDate } from '../domain/time.ts';
import { commitmentInWords, introInWords, renewalInWords } from './describe-plan.ts';
import { termInWords } from './describe-terms.ts';
import { formatDate, formatMoney } from './format.ts';
import type { Tongue } from './words.ts';

export interface Joining {
  readonly plan: Pick<PlanTerms, 'name' | 'price' | 'interval' | 'renewal' | 'intro' | 'commitmentPeriods'> & {
    readonly rules: Pick<PlanRules, 'tax' | 'term'>;
  };
  readonly dueNow: Money;
  readonly nextBill?: { readonly on: LocalDate; readonly amount: Money } | undefined;
  readonly lastBill?: LocalDate | undefined;
}

/**
 * What the unticked box says on joining a plan online (rule 13): the amounts and days, how the price changes, how it
 * renews, what is agreed at least, how it is cancelled. Exactly these words are agreed to, so dates carry their year.
 */
export function consentInWords({ plan, dueNow, nextBill, lastBill }: Joining, tongue: Tongue): string {
  const { agreement, plans } = tongue.words;
  const { locale } = tongue;
  const next = nextBill && {
    amount: formatMoney(nextBill.amount, locale),
    day: formatDate(nextBill.on, locale),
  };
  return agreement.joining.consent({
    plan: plan.name,
    ...(dueNow.amount === 0 ? {} : { today: formatMoney(dueNow, locale) }),
    ...(next === undefined ? {} : { next }),
    terms: [
      ...introInWords(plan, plan.rules.tax, tongue),
      ...termInWords(plan, lastBill, tongue),
      renewalInWords(plan, tongue),
      ...commitmentInWords(plan, tongue),
      plans.cancelOnline,
    ],
  });
}
