import { Fieldset, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useSpeech } from '../app/page.ts';
import styles from './ClientFieldsForm.module.css';
import type { ClientField, ClientFields, FieldProblems } from './client-form.ts';

interface ClientFieldsFormProps {
  readonly fields: ClientFields;
  readonly problems: FieldProblems;
  /** Fields that the role cannot see are not here: they are kept as they are. */
  readonly withCare: boolean;
  readonly startAt?: ClientField;
  readonly onChange: (fields: ClientFields) => void;
}

/** The fields of a client's record, for adding and editing. */
export function ClientFieldsForm({
  fields,
  problems,
  withCare,
  startAt = 'firstName',
  onChange,
}: ClientFieldsFormProps) {
  const words = useSpeech().words.contacts;
  const bind = (name: ClientField) => ({
    label: words[name],
    value: fields[name],
    error: problems[name],
    onChange: ({ currentTarget }: { currentTarget: { value: string } }) =>
      onChange({ ...fields, [name]: currentTarget.value }),
    ...(name === startAt ? { 'data-autofocus': true } : {}),
  });
  // These are about somebody else: the browser's own address must not be offered.
  const off = { autoComplete: 'off' } as const;
  return (
    <>
      <div className={styles.pair}>
        <TextInput {...bind('firstName')} {...off} required />
        <TextInput {...bind('lastName')} {...off} required />
      </div>
      <TextInput {...bind('company')} {...off} description={words.companyHint} />
      <TextInput {...bind('email')} {...off} type="email" inputMode="email" description={words.emailHint} />
      <TextInput {...bind('phone')} {...off} type="tel" />
      <div className={styles.pair}>
        <TextInput {...bind('birthday')} {...off} type="date" />
        <NativeSelect
          {...bind('language')}
          data={[
            { value: '', label: words.languageOfBusiness },
            { value: 'en', label: words.languages.en },
            { value: 'de', label: words.languages.de },
          ]}
        />
      </div>
      {withCare && (
        <Fieldset legend={words.care} className={styles.care}>
          <p className={styles.hint}>{words.careHint}</p>
          <Textarea {...bind('allergies')} rows={2} />
          <Textarea {...bind('formulas')} rows={2} />
          <Textarea {...bind('preferences')} rows={2} />
        </Fieldset>
      )}
    </>
  );
}
