import { Checkbox, TextInput } from '@mantine/core';
import { useState } from 'react';
import { amountForTyping } from '../../common/amounts.ts';
import { useDesk } from '../app/desk.ts';
import { useSpeech } from '../app/page.ts';
import page from '../parts/Page.module.css';
import { AfterCancelFields } from './AfterCancelFields.tsx';
import { usualAfterCancel } from './after-cancel.ts';
import styles from './BenefitsEditor.module.css';
import { hasMoreTerms, moreRanges, moreTerms } from './more-terms.ts';
import { isBound } from './plan-draft.ts';
import type { PlanPart } from './plan-part.ts';

/** “More terms”: fee, introductory price, trial, commitment, sharing. Tucked away, open as soon as one of them is used or wrong. */
export function MoreTerms({ part }: { part: PlanPart }) {
  const { draft, problems, change } = part;
  const { currency } = useDesk().settings.business;
  const { words, locale } = useSpeech();
  const w = words.plans;
  const [opened, setOpened] = useState(hasMoreTerms(draft) || draft.afterCancel !== usualAfterCancel.afterCancel);
  const wrong = moreTerms.some((name) => problems.has(name)) || problems.has('afterCancelDays');
  const amount = (name: 'enrolmentFee' | 'introPrice') => ({
    label: `${w[name]} (${currency})`,
    description: w.moreHints[name],
    inputMode: 'decimal' as const,
    autoComplete: 'off',
    value: draft[name],
    error: problems.has(name) && words.common.amountWrong(amountForTyping({ amount: 4900, currency }, locale)),
    onChange: ({ currentTarget }: { currentTarget: { value: string } }) => change({ [name]: currentTarget.value }),
  });
  const numberProblem = (name: keyof typeof moreRanges) => {
    const [least, most] = moreRanges[name];
    return words.common.numberBetween(least, most);
  };
  const number = (name: keyof typeof moreRanges) => ({
    label: w[name],
    description: w.moreHints[name],
    inputMode: 'numeric' as const,
    autoComplete: 'off',
    value: draft[name],
    error: problems.has(name) && numberProblem(name),
    onChange: ({ currentTarget }: { currentTarget: { value: string } }) => change({ [name]: currentTarget.value }),
  });
  return (
    <details
      className={styles.more}
      open={opened || wrong}
      onToggle={({ currentTarget }) => setOpened(currentTarget.open)}
    >
      <summary>{w.moreTerms}</summary>
      <div className={page.stack}>
        <div className={page.fields}>
          <TextInput {...amount('enrolmentFee')} />
          <TextInput {...number('trialDays')} />
          <TextInput {...number('commitmentPeriods')} />
        </div>
        {isBound(draft) && (
          <Checkbox
            label={w.pausesExtendCommitment}
            description={w.pausesExtendHint}
            checked={draft.pausesExtendCommitment}
            onChange={({ currentTarget }) => change({ pausesExtendCommitment: currentTarget.checked })}
          />
        )}
        <div className={page.fields}>
          <TextInput {...amount('introPrice')} />
          <TextInput {...number('introPeriods')} />
        </div>
        <div className={page.fields}>
          <TextInput {...number('sharedWith')} />
          <TextInput {...number('sharedUnits')} />
          <TextInput {...number('passedOnUnits')} />
        </div>
        <AfterCancelFields part={part} />
      </div>
    </details>
  );
}
