import { ActionIcon, TextInput } from '@mantine/core';
import { Minus, Plus } from 'lucide-react';
import type { Currency } from '../../../shared/domain/money.ts';
import { amountForTyping, readAmount } from '../../common/amounts.ts';
import { useSpeech, useWords } from '../app/page.ts';
import styles from './RedeemFields.module.css';

/** One visit is the usual; two at once happens when somebody brings a friend. */
export function VisitsField(props: { visits: number; most: number; onChange: (visits: number) => void }) {
  const { visits, most, onChange } = props;
  const words = useWords().credits;
  return (
    <div className={styles.visits}>
      <span>{words.visits}</span>
      <ActionIcon
        variant="default"
        size="lg"
        aria-label={words.fewer}
        disabled={visits <= 1}
        onClick={() => onChange(visits - 1)}
      >
        <Minus size={16} aria-hidden />
      </ActionIcon>
      <output className={styles.count}>{visits}</output>
      <ActionIcon
        variant="default"
        size="lg"
        aria-label={words.moreVisits}
        disabled={visits >= most}
        onClick={() => onChange(visits + 1)}
      >
        <Plus size={16} aria-hidden />
      </ActionIcon>
    </div>
  );
}

interface AmountFieldProps {
  readonly typed: string;
  readonly currency: Currency;
  /** Minor units. */
  readonly available: number;
  readonly onChange: (typed: string) => void;
}

export function AmountField({ typed, currency, available, onChange }: AmountFieldProps) {
  const { words, locale, price } = useSpeech();
  const wrong = typed !== '' && readAmount(typed, currency) === undefined;
  return (
    <TextInput
      label={words.credits.amount}
      description={words.credits.availableNow(price({ amount: available, currency }))}
      inputMode="decimal"
      autoComplete="off"
      data-autofocus
      rightSection={<span className={styles.unit}>{currency}</span>}
      rightSectionWidth={56}
      value={typed}
      error={wrong && words.common.amountWrong(amountForTyping({ amount: 2500, currency }, locale))}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
