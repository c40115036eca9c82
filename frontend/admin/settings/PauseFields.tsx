import { NativeSelect, Radio, Text, TextInput } from '@mantine/core';
import { PauseBenefits, PauseDates, PauseFee } from '../../../shared/domain/pause-terms.ts';
import { useDesk } from '../app/desk.ts';
import { useWords } from '../app/page.ts';
import page from '../parts/Page.module.css';
import { Section } from '../parts/Section.tsx';
import { bind } from './Fields.tsx';
import { PauseExampleWords } from './PauseExampleWords.tsx';
import { readPauses } from './pause-draft.ts';
import type { SettingsPart } from './settings-part.ts';

/** How memberships are paused here (rules P1–P6), with an example of what the choice means. */
export function PauseFields({ part }: { part: SettingsPart }) {
  const { currency } = useDesk().settings.business;
  const w = useWords().pauses;
  const { draft, change } = part;
  const { pauses } = readPauses(draft, currency);
  const typed = { inputMode: 'numeric', autoComplete: 'off' } as const;
  return (
    <Section title={w.title}>
      <div className={page.stack}>
        <Text size="xs" c="dimmed">
          {w.hint}
        </Text>
        <Radio.Group label={w.dates} value={draft.pauseDates} onChange={(pauseDates) => change({ pauseDates })}>
          <div className={page.choices}>
            {PauseDates.options.map((value) => (
              <Radio key={value} value={value} {...w.datesChoices[value]} />
            ))}
          </div>
        </Radio.Group>
        <Radio.Group
          label={w.benefits}
          value={draft.pauseBenefits}
          onChange={(pauseBenefits) => change({ pauseBenefits })}
        >
          <div className={page.choices}>
            {PauseBenefits.options.map((value) => (
              <Radio key={value} value={value} {...w.benefitsChoices[value]} />
            ))}
          </div>
        </Radio.Group>
        <div className={page.fields}>
          <TextInput {...bind(part, 'pauseMinDays', w.minDays)} {...typed} />
          <TextInput {...bind(part, 'pauseMaxDays', w.maxDays)} {...typed} />
          <TextInput {...bind(part, 'pausePerYear', w.perYear)} description={w.perYearHint} {...typed} />
        </div>
        <Text size="xs" c="dimmed">
          {w.limitsHint}
        </Text>
        <div className={page.fields}>
          <TextInput
            {...bind(part, 'pauseFee', `${w.fee} (${currency})`)}
            description={w.feeHint}
            inputMode="decimal"
            autoComplete="off"
          />
          {draft.pauseFee.trim() !== '' && (
            <NativeSelect
              {...bind(part, 'pauseFeePer', w.feePer)}
              description={w.feePerHint}
              data={PauseFee.shape.per.options.map((value) => ({ value, label: w.feePerChoices[value] }))}
            />
          )}
        </div>
        {pauses && <PauseExampleWords pauses={pauses} />}
      </div>
    </Section>
  );
}
