import { NativeSelect } from '@mantine/core';
import { PauseBenefits, PauseDates, type PausePolicies } from '../../../shared/domain/pause-terms.ts';
import { useWords } from '../app/page.ts';
import page from '../parts/Page.module.css';

/** What is agreed on otherwise than the business has it; absent: as the business has it. */
export interface ChosenTerms {
  readonly dates?: PauseDates;
  readonly benefits?: PauseBenefits;
}

interface AgreedTermsProps {
  readonly pauses: PausePolicies;
  readonly terms: ChosenTerms;
  readonly onChange: (terms: ChosenTerms) => void;
}

/** Bill dates and benefits, as the business has them unless this client needs it otherwise. */
export function AgreedTerms({ pauses, terms, onChange }: AgreedTermsProps) {
  const w = useWords().pauses;
  const dates = terms.dates ?? pauses.dates;
  const benefits = terms.benefits ?? pauses.benefits;
  return (
    <details>
      <summary>{w.otherTerms}</summary>
      <div className={page.stack}>
        <NativeSelect
          label={w.dates}
          mt="sm"
          value={dates}
          onChange={({ currentTarget }) => onChange({ ...terms, dates: PauseDates.parse(currentTarget.value) })}
          data={PauseDates.options.map((value) => ({ value, label: w.datesChoices[value].label }))}
        />
        <NativeSelect
          label={w.benefits}
          value={benefits}
          onChange={({ currentTarget }) => onChange({ ...terms, benefits: PauseBenefits.parse(currentTarget.value) })}
          data={PauseBenefits.options.map((value) => ({ value, label: w.benefitsChoices[value].label }))}
        />
      </div>
    </details>
  );
}
