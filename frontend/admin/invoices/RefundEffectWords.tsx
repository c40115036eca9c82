import { Title } from '@mantine/core';
import type { StaffInvoiceView } from '../../../shared/contract/billing-views.ts';
import type { ServiceView } from '../../../shared/contract/views.ts';
import { useSpeech } from '../app/page.ts';
import { useCreditWords } from '../credits/use-credit-words.ts';
import page from '../parts/Page.module.css';
import type { RefundEffect } from './refund.ts';
import { effectSentences } from './refund-words.ts';

interface RefundEffectWordsProps {
  readonly invoice: StaffInvoiceView;
  readonly effect: RefundEffect;
  readonly services: readonly ServiceView[];
}

/** What a refund does, before anybody confirms it. */
export function RefundEffectWords({ invoice, effect, services }: RefundEffectWordsProps) {
  const speech = useSpeech();
  const { amountOf } = useCreditWords(services);
  return (
    <section aria-live="polite" className={page.effect}>
      <Title order={3} size="h6" mb="xs">
        {speech.words.invoices.effect}
      </Title>
      <ul className={page.list}>
        {effectSentences(invoice, effect, speech, amountOf).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </section>
  );
}
