import type { PlanChangePreview } from '../../shared/contract/plan-change-views.ts';
import { isSameInterval } from '../../shared/domain/plan-comparison.ts';
import { cardInWords } from '../../shared/wording/describe-card.ts';
import { payersInWords } from '../../shared/wording/describe-upcoming.ts';
import { formatDay, formatMoney } from '../../shared/wording/format.ts';
import type { Tongue } from '../../shared/wording/words.ts';

/** How today's amount comes about, in a sentence; undefined where nothing is counted. */
function prorationInWords({ proration, from, to }: PlanChangePreview, { locale, words }: Tongue): string | undefined {
  if (proration === undefined) return undefined;
  const { price, credit, left, days } = proration;
  const facts = {
    price: formatMoney(price, locale),
    credit: formatMoney(credit, locale),
    to: to.name,
    from: from.name,
    left,
    days,
  };
  return isSameInterval(from.interval, to.interval)
    ? words.planChange.shares(facts)
    : words.planChange.wholeLess(facts);
}

/** One line of what a change means: `details` beneath the label. */
export interface ChangeRow {
  readonly label: string;
  readonly value: string;
  readonly details: readonly string[];
  readonly strong: boolean;
}

/** Today's amount and how it comes about, who pays it, from when it holds, and the bill after it. */
export function changeRows(preview: PlanChangePreview, today: string, tongue: Tongue): ChangeRow[] {
  const { planChange: words } = tongue.words;
  const { total, tax, fromAccountCredit, amount, toAccountCredit, effectiveOn, payment, card } = preview;
  const { upcoming } = preview.membership;
  const money = (value: PlanChangePreview['total']) => formatMoney(value, tongue.locale);
  const day = (date: string) => formatDay(date, today, tongue.locale);
  const row = (label: string, value: string, details: readonly string[] = [], strong = false): ChangeRow => ({
    label,
    value,
    details,
    strong,
  });
  const how = [
    ...[prorationInWords(preview, tongue)].filter((sentence) => sentence !== undefined),
    ...(tax.amount > 0 ? [words.includingTax(money(tax))] : []),
  ];
  const byCard = amount.amount > 0 && card !== undefined;
  return [
    row(words.today, total.amount === 0 ? words.nothingToday : money(total), how, true),
    ...(fromAccountCredit.amount > 0 ? [row(words.fromCredit, money(fromAccountCredit))] : []),
    ...(byCard ? [row(words.onCard(cardInWords(card, tongue)), money(amount))] : []),
    ...(toAccountCredit.amount > 0 ? [row(words.toCredit, money(toAccountCredit))] : []),
    row(words.begins, effectiveOn === today ? words.beginsToday : day(effectiveOn)),
    upcoming === undefined
      ? row(words.nextBill, words.noNextBill)
      : row(words.nextBill, money(upcoming.total), [
          day(upcoming.on),
          ...(upcoming.fromAccountCredit.amount > 0 ? payersInWords(upcoming, { mode: payment, card }, tongue) : []),
        ]),
  ];
}
