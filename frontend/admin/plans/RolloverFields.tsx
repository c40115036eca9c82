import { NativeSelect, Text, TextInput } from '@mantine/core';
import type { CountedBenefit } from '../../../shared/domain/plan.ts';
import type { Interval } from '../../../shared/domain/time.ts';
import { rolloverInWords } from '../../../shared/wording/describe-rollover.ts';
import { amountForTyping } from '../../common/amounts.ts';
import { useDesk } from '../app/desk.ts';
import { useSpeech } from '../app/page.ts';
import page from '../parts/Page.module.css';
import styles from './BenefitsEditor.module.css';
import { type RolloverDraft, readRollover, rolloverRanges, usualRollover } from './rollover-draft.ts';

interface RolloverFieldsProps {
  readonly draft: RolloverDraft | undefined;
  /** The benefit as far as it can be read, without what is kept of it. */
  readonly benefit: CountedBenefit | undefined;
  readonly kind: CountedBenefit['kind'];
  readonly interval: Interval;
  readonly checked: boolean;
  readonly onChange: (draft: RolloverDraft | undefined) => void;
}

/** What becomes of what is not used (rule C6), with the sentence that members will read. */
export function RolloverFields({ draft, benefit, kind, interval, checked, onChange }: RolloverFieldsProps) {
  const { settings } = useDesk();
  const { words, locale, tongue } = useSpeech();
  const w = words.plans.rollover;
  const { currency } = settings.business;
  const read = draft && benefit && readRollover(draft, benefit, currency);
  const wrong = (name: keyof RolloverDraft) => checked && (read?.problems.has(name) ?? false);
  const field = (name: keyof RolloverDraft, problem: string) => ({
    label: name === 'most' && kind === 'allowance' ? `${w.most} (${currency})` : w[name],
    description: w.hints[name],
    inputMode: name === 'most' && kind === 'allowance' ? ('decimal' as const) : ('numeric' as const),
    autoComplete: 'off',
    value: draft?.[name] ?? '',
    error: wrong(name) && problem,
    onChange: ({ currentTarget }: { currentTarget: { value: string } }) =>
      draft && onChange({ ...draft, [name]: currentTarget.value }),
  });
  const outOf = (name: keyof typeof rolloverRanges) => {
    const [least, most] = rolloverRanges[name];
    return words.common.numberBetween(least, most);
  };
  const least = benefit?.kind === 'allowance' ? amountForTyping(benefit.value, locale) : String(benefit?.units ?? 1);
  const sentence =
    read?.problems.size === 0 && benefit
      ? rolloverInWords({ ...benefit, rollover: read.rollover }, interval, settings.services, tongue)
      : undefined;
  return (
    <>
      <NativeSelect
        label={w.unused}
        value={draft === undefined ? 'end' : 'keep'}
        onChange={({ currentTarget }) => onChange(currentTarget.value === 'keep' ? usualRollover : undefined)}
        data={(['end', 'keep'] as const).map((value) => ({ value, label: w.choices[value] }))}
      />
      {draft && (
        <>
          <div className={page.fields}>
            <TextInput {...field('periods', outOf('periods'))} />
            <TextInput {...field('most', w.tooFew(least))} />
            <TextInput {...field('share', outOf('share'))} />
          </div>
          <Text size="sm" role="status" className={styles.sentence}>
            {sentence ?? w.fillIn}
          </Text>
        </>
      )}
    </>
  );
}
