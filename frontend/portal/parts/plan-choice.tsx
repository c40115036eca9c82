import type { PlanChoice } from '../../../shared/contract/plan-change-views.ts';
import type { PlanView, ServiceView } from '../../../shared/contract/views.ts';
import type { ChangeWhen } from '../../../shared/domain/plan-quote.ts';
import { commitmentInWords, introInWords } from '../../../shared/wording/describe-plan.ts';
import { comparedInWords } from '../../../shared/wording/describe-plan-change.ts';
import { usePortal } from '../portal-context.ts';
import { Price } from './price.tsx';

/** One plan beside the own one: what it costs, what is more, less and the same, and from when it could begin. */
export function Choice(props: {
  current: PlanView;
  choice: PlanChoice;
  services: readonly ServiceView[];
  /** The day of the next bill, in words. */
  billDay: string;
  busy: boolean;
  choose: (when: ChangeWhen) => void;
}) {
  const { tongue } = usePortal();
  const { planChange: words } = tongue.words;
  const { plan, ways, compared } = props.choice;
  const wayOf = { now: words.fromToday, next_period: words.fromBill(props.billDay) };
  return (
    <article class="plan-choice">
      {plan.tier !== plan.name && <p class="muted">{plan.tier}</p>}
      <h2>{plan.name}</h2>
      <Price plan={plan} />
      <ul class="ticks">
        {compared.map((one) => {
          const line = comparedInWords(one, { from: props.current, to: plan }, props.services, tongue);
          return (
            <li key={line} class={one.after === undefined ? 'gone' : undefined}>
              {line}
            </li>
          );
        })}
      </ul>
      {[...introInWords(plan, plan.rules.tax, tongue), ...commitmentInWords(plan, tongue)].map((rule) => (
        <p key={rule}>{rule}</p>
      ))}
      <div class="ways">
        {ways.map((when) => (
          <button
            key={when}
            type="button"
            class="secondary"
            aria-label={words.choose(wayOf[when], plan.name)}
            aria-disabled={props.busy}
            onClick={() => props.choose(when)}
          >
            {wayOf[when]}
          </button>
        ))}
      </div>
    </article>
  );
}
