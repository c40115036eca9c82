import { Text, Textarea, TextInput, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWords } from '../app/page.ts';
import page from '../parts/Page.module.css';
import { Section } from '../parts/Section.tsx';
import { CardConnection } from './CardConnection.tsx';
import { bind } from './Fields.tsx';
import { SettingSwitch } from './SettingSwitch.tsx';
import type { SettingsPart } from './settings-part.ts';
import { TaxFields } from './TaxFields.tsx';

/** Cards, tax, who stands on invoices, when renewals run and what happens when they fail. */
export function PaymentFields({ part }: { part: SettingsPart }) {
  const w = useWords().settings;
  const { draft, problems, change } = part;
  const typed = { inputMode: 'numeric', autoComplete: 'off' } as const;
  return (
    <Section title={w.payments}>
      <div className={page.parts}>
        <CardConnection />
        <Part title={w.tax}>
          <TaxFields
            draft={{ mode: draft.taxMode, name: draft.taxName, rate: draft.taxRate }}
            problems={{
              ...(problems.taxName === undefined ? {} : { name: problems.taxName }),
              ...(problems.taxRate === undefined ? {} : { rate: problems.taxRate }),
            }}
            none={w.taxNone}
            onChange={({ mode, name, rate }) =>
              change({
                ...(mode === undefined ? {} : { taxMode: mode }),
                ...(name === undefined ? {} : { taxName: name }),
                ...(rate === undefined ? {} : { taxRate: rate }),
              })
            }
          />
        </Part>
        <Part title={w.seller} hint={w.sellerHint}>
          <div className={page.fields}>
            <TextInput {...bind(part, 'sellerName', w.sellerName)} placeholder={draft.name} maxLength={120} />
            <TextInput {...bind(part, 'sellerTaxId', w.sellerTaxId)} maxLength={40} autoComplete="off" />
          </div>
          <Textarea
            {...bind(part, 'sellerAddress', w.sellerAddress)}
            placeholder={draft.address}
            rows={3}
            maxLength={300}
          />
        </Part>
        <Part title={w.renewals} hint={w.windowHint}>
          <div className={page.fields}>
            <TextInput {...bind(part, 'windowFrom', w.windowFrom)} type="time" required />
            <TextInput {...bind(part, 'windowTo', w.windowTo)} type="time" required />
          </div>
        </Part>
        <Part title={w.failed} hint={w.failedHint}>
          <div className={page.fields}>
            <TextInput {...bind(part, 'retryDays', w.retryDays)} description={w.retryDaysHint} {...typed} />
            <TextInput {...bind(part, 'graceDays', w.graceDays)} description={w.graceDaysHint} {...typed} />
            <TextInput
              {...bind(part, 'cancelAfterDays', w.cancelAfterDays)}
              description={w.cancelAfterDaysHint}
              {...typed}
            />
          </div>
          <SettingSwitch part={part} name="frozenClockStops" label={w.clockStops} description={w.clockStopsHint} />
        </Part>
      </div>
    </Section>
  );
}

function Part({ title, hint, children }: { title: string; hint?: string; children: ReactNode }) {
  return (
    <section className={page.stack}>
      <div>
        <Title order={3} size="h6">
          {title}
        </Title>
        {hint !== undefined && (
          <Text size="xs" c="dimmed">
            {hint}
          </Text>
        )}
      </div>
      {children}
    </section>
  );
}
