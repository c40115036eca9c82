import type { PlanView } from '../../../shared/contract/views.ts';
import { priceInWords } from '../../../shared/wording/describe-price.ts';
import { termInWords } from '../../../shared/wording/describe-terms.ts';
import { usePortal } from '../portal-context.ts';

interface PriceProps {
  readonly plan: PlanView;
  /** The day of a fixed term’s last bill, where it is known. */
  readonly lastBill?: string | undefined;
}

/** What a plan costs, with its tax; all payments of one that ends by itself; the days that are free. */
export function Price({ plan, lastBill }: PriceProps) {
  const { tongue } = usePortal();
  const { trialDays, rules } = plan;
  const notes = [
    ...(trialDays === undefined ? [] : [tongue.words.plans.freeDays(trialDays)]),
    ...termInWords(plan, lastBill, tongue),
  ];
  return (
    <>
      <p class="price">{priceInWords(plan, rules.tax, tongue)}</p>
      {notes.map((note) => (
        <p key={note} class="price-note">
          {note}
        </p>
      ))}
    </>
  );
}
