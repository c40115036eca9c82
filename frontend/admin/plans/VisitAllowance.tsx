import { Checkbox, Input, TextInput } from '@mantine/core';
import { CircleAlert, CircleCheck } from 'lucide-react';
import { useDesk } from '../app/desk.ts';
import { useWords } from '../app/page.ts';
import { readWhole } from '../credits/units.ts';
import styles from './BenefitsEditor.module.css';
import { readGiven, visitsGiven } from './plan-draft.ts';
import type { PlanPart } from './plan-part.ts';

/** The visit allowance is stated once more and compared with the benefits while it is typed (001-025, 001-048). */
export function VisitAllowance({ part: { draft, problems, change } }: { part: PlanPart }) {
  const { currency } = useDesk().settings.business;
  const words = useWords().plans;
  const included = visitsGiven(draft.benefits, currency);
  const stated = draft.allowanceUnlimited ? 'unlimited' : readWhole(draft.visitAllowance, 0, 1000);
  const fits = stated === included;
  const problem = problems.has('visitAllowance') && !fits;
  // Before every benefit is whole there is nothing to compare with.
  const compares = problem || draft.benefits.every((benefit) => readGiven(benefit, currency));
  return (
    <Input.Wrapper label={words.allowanceCheck} description={words.allowanceHint} labelElement="div">
      <div className={styles.allowance} data-problem={problem || undefined}>
        <TextInput
          aria-label={words.allowanceCheck}
          inputMode="numeric"
          autoComplete="off"
          disabled={draft.allowanceUnlimited}
          error={problem && !draft.allowanceUnlimited}
          value={draft.visitAllowance}
          onChange={({ currentTarget }) => change({ visitAllowance: currentTarget.value })}
        />
        <Checkbox
          label={words.allowanceUnlimited}
          checked={draft.allowanceUnlimited}
          onChange={({ currentTarget }) => change({ allowanceUnlimited: currentTarget.checked })}
        />
        <span
          className={styles.check}
          data-wrong={(compares && !fits) || undefined}
          role={problem ? 'alert' : 'status'}
        >
          {compares && (
            <>
              {fits ? <CircleCheck size={16} aria-hidden /> : <CircleAlert size={16} aria-hidden />}
              {fits ? words.allowanceFits : words.allowanceWrong(stated, included)}
            </>
          )}
        </span>
      </div>
    </Input.Wrapper>
  );
}
