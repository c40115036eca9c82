import { NativeSelect, TextInput } from '@mantine/core';
import { useWords } from '../app/page.ts';
import page from '../parts/Page.module.css';
import type { TaxDraft, TaxProblems } from './tax-draft.ts';

interface TaxFieldsProps {
  readonly draft: TaxDraft;
  readonly problems: TaxProblems;
  /** What “none” means here. */
  readonly none: string;
  readonly onChange: (part: Partial<TaxDraft>) => void;
}

const modes = ['none', 'inclusive', 'exclusive'] as const satisfies readonly TaxDraft['mode'][];

/** Whether there is a tax, what it is called, how high it is, and whether prices contain it (rule PC8). */
export function TaxFields({ draft, problems, none, onChange }: TaxFieldsProps) {
  const w = useWords().settings;
  return (
    <div className={page.fields}>
      <NativeSelect
        label={w.taxMode}
        description={w.taxHints[draft.mode]}
        value={draft.mode}
        onChange={({ currentTarget }) =>
          onChange({ mode: modes.find((value) => value === currentTarget.value) ?? 'none' })
        }
        data={modes.map((value) => ({ value, label: value === 'none' ? none : w.taxModes[value] }))}
      />
      {draft.mode !== 'none' && (
        <>
          <TextInput
            label={w.taxName}
            description={w.taxNameHint}
            required
            maxLength={20}
            autoComplete="off"
            value={draft.name}
            error={problems.name}
            onChange={({ currentTarget }) => onChange({ name: currentTarget.value })}
          />
          <TextInput
            label={w.taxRate}
            required
            inputMode="decimal"
            autoComplete="off"
            value={draft.rate}
            error={problems.rate}
            onChange={({ currentTarget }) => onChange({ rate: currentTarget.value })}
          />
        </>
      )}
    </div>
  );
}
