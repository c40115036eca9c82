import { Radio } from '@mantine/core';
import type { ServiceView } from '../../../shared/contract/views.ts';
import type { PlanVersion } from '../../../shared/domain/plan.ts';
import type { TaxRule } from '../../../shared/domain/tax.ts';
import { useSpeech } from '../app/page.ts';
import { useCreditWords } from '../credits/use-credit-words.ts';
import { Tag } from '../parts/Tag.tsx';
import { planSentences } from '../plans/plan-words.ts';
import styles from './PlanChoice.module.css';

interface PlanChoiceProps {
  readonly plans: readonly PlanVersion[];
  /** Plans the client has already. */
  readonly has: ReadonlySet<string>;
  readonly chosen: string | undefined;
  readonly services: readonly ServiceView[];
  /** Of the place where the client is enrolled. */
  readonly tax: TaxRule | undefined;
  readonly onChoose: (planId: string) => void;
}

/** The plans on offer with their terms in plain words. */
export function PlanChoice({ plans, has, chosen, services, tax, onChoose }: PlanChoiceProps) {
  const speech = useSpeech();
  const words = speech.words.plans;
  const { nameOf } = useCreditWords(services);
  return (
    <Radio.Group label={words.choosePlan} value={chosen ?? null} onChange={onChoose}>
      <div className={styles.plans}>
        {plans.map((plan) => {
          const [price, ...rest] = planSentences(plan, nameOf, speech, tax);
          const taken = has.has(plan.planId);
          return (
            <Radio
              key={plan.planId}
              value={plan.planId}
              disabled={taken}
              className={styles.plan}
              label={
                <span className={styles.head}>
                  <span className={styles.name}>
                    {plan.name} {taken && <Tag tone="quiet">{words.alreadyIn}</Tag>}
                  </span>
                  <span>{price}</span>
                </span>
              }
              description={rest.join(' · ')}
            />
          );
        })}
      </div>
    </Radio.Group>
  );
}
