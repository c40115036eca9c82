import { NativeSelect, TextInput } from '@mantine/core';
import { Interval } from '../../../shared/domain/time.ts';
import { amountForTyping } from '../../common/amounts.ts';
import { useDesk } from '../app/desk.ts';
import { useSpeech } from '../app/page.ts';
import page from '../parts/Page.module.css';
import type { PlanPart } from './plan-part.ts';

const units = Interval.shape.unit;

/** What it costs, how often, and when it ends. */
export function BillingFields({ part: { draft, problems, change } }: { part: PlanPart }) {
  const { currency } = useDesk().settings.business;
  const { words, locale } = useSpeech();
  const w = words.plans;
  return (
    <div className={page.fields}>
      <TextInput
        label={`${w.price} (${currency})`}
        required
        inputMode="decimal"
        autoComplete="off"
        value={draft.price}
        error={problems.has('price') && words.common.amountWrong(amountForTyping({ amount: 4500, currency }, locale))}
        onChange={({ currentTarget }) => change({ price: currentTarget.value })}
      />
      <TextInput
        label={w.interval}
        required
        inputMode="numeric"
        autoComplete="off"
        value={draft.count}
        error={problems.has('count') && words.common.numberBetween(1, 24)}
        onChange={({ currentTarget }) => change({ count: currentTarget.value })}
      />
      <NativeSelect
        label={w.unit}
        value={draft.unit}
        onChange={({ currentTarget }) => change({ unit: units.parse(currentTarget.value) })}
        data={units.options.map((value) => ({ value, label: w.unitNames[value] }))}
      />
      <NativeSelect
        label={w.renewal}
        value={draft.renewal}
        onChange={({ currentTarget }) =>
          change({ renewal: currentTarget.value === 'fixed_term' ? 'fixed_term' : 'until_cancelled' })
        }
        data={(['until_cancelled', 'fixed_term'] as const).map((value) => ({ value, label: w.renewalKinds[value] }))}
      />
      {draft.renewal === 'fixed_term' && (
        <TextInput
          label={w.periods}
          required
          inputMode="numeric"
          autoComplete="off"
          value={draft.periods}
          error={problems.has('periods') && words.common.numberBetween(1, 60)}
          onChange={({ currentTarget }) => change({ periods: currentTarget.value })}
        />
      )}
    </div>
  );
}
