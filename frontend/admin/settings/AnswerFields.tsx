import { Checkbox, Group, TextInput } from '@mantine/core';
import { addDays } from '../../../shared/domain/calendar.ts';
import { useSpeech } from '../app/page.ts';
import page from '../parts/Page.module.css';
import { Section } from '../parts/Section.tsx';
import { bind } from './Fields.tsx';
import type { SettingsPart } from './settings-part.ts';

/** Some Monday. */
const monday = '2024-01-01';

/** “Monday” for 1 to “Sunday” for 7. */
const weekdayName = (weekday: number, locale: string): string =>
  new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }).format(
    Date.parse(addDays(monday, weekday - 1)),
  );

/** By when members’ questions are answered (001-024). */
export function AnswerFields({ part }: { part: SettingsPart }) {
  const { words, locale } = useSpeech();
  const w = words.settings;
  const { draft, problems, change } = part;
  return (
    <Section title={w.answers}>
      <div className={page.stack}>
        <div className={page.fields}>
          <TextInput
            {...bind(part, 'answerDays', w.answerDays)}
            description={w.answerDaysHint}
            inputMode="numeric"
            autoComplete="off"
          />
        </div>
        <Checkbox.Group
          label={w.answerWeekdays}
          error={problems.answerWeekdays}
          value={[...draft.answerWeekdays]}
          onChange={(days) => change({ answerWeekdays: [...days].sort().join('') })}
        >
          <Group gap="md" mt="xs">
            {[1, 2, 3, 4, 5, 6, 7].map((weekday) => (
              <Checkbox key={weekday} value={String(weekday)} label={weekdayName(weekday, locale)} />
            ))}
          </Group>
        </Checkbox.Group>
      </div>
    </Section>
  );
}
