import { NativeSelect, Text, Textarea, TextInput } from '@mantine/core';
import { Locale } from '../../../shared/domain/business.ts';
import { useDesk } from '../app/desk.ts';
import { useWords } from '../app/page.ts';
import page from '../parts/Page.module.css';
import { Section } from '../parts/Section.tsx';
import type { SettingsDraft } from './settings-draft.ts';
import type { SettingsPart } from './settings-part.ts';

type Change = { currentTarget: { value: string } };

/** The name, value, problem and change of one field. */
export const bind = ({ draft, problems, change }: SettingsPart, name: keyof SettingsDraft, label: string) => ({
  label,
  value: draft[name],
  error: problems[name],
  onChange: ({ currentTarget }: Change) => change({ [name]: currentTarget.value }),
});

export function BusinessFields({ part }: { part: SettingsPart }) {
  const { business } = useDesk().settings;
  const words = useWords().settings;
  return (
    <Section title={words.business}>
      <div className={page.stack}>
        <div className={page.fields}>
          <TextInput {...bind(part, 'name', words.name)} required maxLength={80} />
          <NativeSelect
            {...bind(part, 'locale', words.locale)}
            onChange={({ currentTarget }) => part.change({ locale: Locale.parse(currentTarget.value) })}
            data={Locale.options.map((value) => ({
              value,
              label: new Intl.DisplayNames(value, { type: 'language' }).of(value) ?? value,
            }))}
          />
        </div>
        <Text size="xs" c="dimmed">
          {words.localeHint}
          <br />
          {words.fixed} {location.host}/portal · {business.currency} · {business.timeZone}
        </Text>
      </div>
    </Section>
  );
}

export function ContactFields({ part }: { part: SettingsPart }) {
  const words = useWords().settings;
  return (
    <Section title={words.contact}>
      <div className={page.stack}>
        <Text size="xs" c="dimmed">
          {words.contactHint}
        </Text>
        <div className={page.fields}>
          <TextInput {...bind(part, 'email', words.email)} type="email" />
          <TextInput {...bind(part, 'phone', words.phone)} type="tel" />
        </div>
        <TextInput {...bind(part, 'website', words.website)} type="url" placeholder="https://" />
        <Textarea {...bind(part, 'address', words.postal)} rows={3} maxLength={300} />
      </div>
    </Section>
  );
}

export function PolicyFields({ part }: { part: SettingsPart }) {
  const words = useWords().settings;
  const names = ['expiresSoonDays', 'renewalNoticeDays'] as const;
  return (
    <Section title={words.policies}>
      <div className={page.fields}>
        {names.map((name) => (
          <TextInput
            key={name}
            {...bind(part, name, words[name])}
            description={words[`${name}Hint`]}
            inputMode="numeric"
            autoComplete="off"
          />
        ))}
      </div>
    </Section>
  );
}
