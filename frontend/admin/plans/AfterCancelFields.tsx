import { NativeSelect, Text, TextInput } from '@mantine/core';
import { useSpeech } from '../app/page.ts';
import page from '../parts/Page.module.css';
import { graceRange, readAfterCancel } from './after-cancel.ts';
import styles from './BenefitsEditor.module.css';
import type { PlanPart } from './plan-part.ts';

const kinds = ['keep_until_expiry', 'grace_days', 'until_period_end', 'refund_unused'] as const;

/** What becomes of what is left when a membership is cancelled (rule K2), with the sentence that members will read. */
export function AfterCancelFields({ part: { draft, problems, change } }: { part: PlanPart }) {
  const { words, tongue } = useSpeech();
  const w = words.plans.afterCancel;
  const rule = readAfterCancel(draft);
  return (
    <>
      <div className={page.fields}>
        <NativeSelect
          label={w.label}
          value={draft.afterCancel}
          onChange={({ currentTarget: { value } }) =>
            change({ afterCancel: kinds.find((kind) => kind === value) ?? 'keep_until_expiry' })
          }
          data={kinds.map((value) => ({ value, label: w.choices[value] }))}
        />
        {draft.afterCancel === 'grace_days' && (
          <TextInput
            label={w.days}
            inputMode="numeric"
            autoComplete="off"
            value={draft.afterCancelDays}
            error={problems.has('afterCancelDays') && words.common.numberBetween(...graceRange)}
            onChange={({ currentTarget }) => change({ afterCancelDays: currentTarget.value })}
          />
        )}
      </div>
      <Text size="sm" role="status" className={styles.sentence}>
        {rule && tongue.words.terms.afterCancel(rule)}
      </Text>
    </>
  );
}
