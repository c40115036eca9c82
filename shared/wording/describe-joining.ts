import type { Money } from '../domain/money.ts';
import type { PlanTerms } from '../domain/plan.ts';
import type { LocalDate } from '../domain/time.ts';
import { renewalInWords } from './describe-plan.ts';
import { formatDate, formatMoney } from './format.ts';
import type { Tongue } from './words.ts';

export interface Joining {
  readonly plan: Pick<PlanTerms, 'name' | 'interval' | 'renewal'>;
  readonly dueNow: Money;
  readonly nextBill?: { readonly on: LocalDate; readonly amount: Money } | undefined;
}

/**
 * What the unticked box says on joining a plan online (rule 13): the amounts and days, how it renews, how it is
 * cancelled. Exactly these words are agreed to, so dates carry their year.
 */
export function consentInWords({ plan, dueNow, nextBill }: Joining, tongue: Tongue): string {
  const { agreement, plans } = tongue.words;
  const { locale } = tongue;
  return agreement.joining.consent({
    plan: plan.name,
    today: formatMoney(dueNow, locale),
    ...(nextBill === undefined
      ? {}
      : { next: { amount: formatMoney(nextBill.amount, locale), day: formatDate(nextBill.on, locale) } }),
    renews: renewalInWords(plan, tongue),
    ends: plans.end.online,
  });
}
