import { Text, TextInput } from '@mantine/core';
import { useDesk } from '../app/desk.ts';
import { useWords } from '../app/page.ts';
import page from '../parts/Page.module.css';
import { Section } from '../parts/Section.tsx';
import { bind } from './Fields.tsx';
import type { SettingsPart } from './settings-part.ts';

/** How much is changed by hand before the owner has to (features §6). */
export function HandLimitFields({ part }: { part: SettingsPart }) {
  const { currency } = useDesk().settings.business;
  const w = useWords().handLimits;
  return (
    <Section title={w.title}>
      <div className={page.stack}>
        <Text size="xs" c="dimmed">
          {w.hint}
        </Text>
        <div className={page.fields}>
          <TextInput {...bind(part, 'handVisits', w.visits)} inputMode="numeric" autoComplete="off" />
          <TextInput
            {...bind(part, 'handAmount', w.amount(currency))}
            description={w.amountHint}
            inputMode="decimal"
            autoComplete="off"
          />
        </div>
      </div>
    </Section>
  );
}
