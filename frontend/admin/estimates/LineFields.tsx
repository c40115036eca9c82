import { ActionIcon, TextInput } from '@mantine/core';
import { X } from 'lucide-react';
import { amountForTyping } from '../../common/amounts.ts';
import { useDesk } from '../app/desk.ts';
import { useSpeech } from '../app/page.ts';
import styles from './EstimateForm.module.css';
import type { EstimateProblem, LineDraft } from './estimate-draft.ts';

interface LineFieldsProps {
  readonly line: LineDraft;
  /** “Line 2”. */
  readonly name: string;
  readonly problems: ReadonlySet<EstimateProblem>;
  readonly onChange: (line: LineDraft) => void;
  readonly onRemove?: () => void;
}

/** One thing that is offered: what, how many, at which price. */
export function LineFields({ line, name, problems, onChange, onRemove }: LineFieldsProps) {
  const { currency } = useDesk().settings.business;
  const { words, locale } = useSpeech();
  const w = words.estimates;
  const { key } = line;
  return (
    <fieldset className={styles.line} aria-label={name}>
      <TextInput
        label={w.text}
        maxLength={120}
        autoComplete="off"
        value={line.text}
        error={problems.has(`text.${key}`) && words.common.required}
        onChange={({ currentTarget }) => onChange({ ...line, text: currentTarget.value })}
      />
      <TextInput
        label={w.quantity}
        inputMode="numeric"
        maxLength={3}
        autoComplete="off"
        value={line.quantity}
        error={problems.has(`quantity.${key}`) && words.common.numberBetween(1, 999)}
        onChange={({ currentTarget }) => onChange({ ...line, quantity: currentTarget.value })}
      />
      <TextInput
        label={w.each(currency)}
        inputMode="decimal"
        autoComplete="off"
        value={line.each}
        error={
          problems.has(`each.${key}`) && words.common.amountWrong(amountForTyping({ amount: 4500, currency }, locale))
        }
        onChange={({ currentTarget }) => onChange({ ...line, each: currentTarget.value })}
      />
      {onRemove ? (
        <ActionIcon
          variant="subtle"
          color="gray"
          className={styles.remove}
          aria-label={w.removeLine(name)}
          onClick={onRemove}
        >
          <X size={16} aria-hidden />
        </ActionIcon>
      ) : (
        <span />
      )}
    </fieldset>
  );
}
