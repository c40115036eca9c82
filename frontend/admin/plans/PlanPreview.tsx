import { Text, Title } from '@mantine/core';
import { useDesk } from '../app/desk.ts';
import { useSpeech } from '../app/page.ts';
import { useCreditWords } from '../credits/use-credit-words.ts';
import page from '../parts/Page.module.css';
import styles from './BenefitsEditor.module.css';
import { type PlanDraft, readPlan } from './plan-draft.ts';
import { planSentences } from './plan-words.ts';

/** The terms as members will read them, as soon as they are whole. */
export function PlanPreview({ draft }: { draft: PlanDraft }) {
  const { settings } = useDesk();
  const speech = useSpeech();
  const words = speech.words.plans;
  const { nameOf } = useCreditWords(settings.services);
  const { terms } = readPlan(draft, settings.business.currency);
  return (
    <section className={styles.preview}>
      <Title order={3} size="h6">
        {words.preview}
      </Title>
      {terms ? (
        <>
          <Text fw={600}>
            {terms.name} · {terms.tier}
          </Text>
          {terms.description && <Text size="sm">{terms.description}</Text>}
          <ul className={page.list}>
            {planSentences(terms, nameOf, speech).map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </>
      ) : (
        <Text size="sm" c="dimmed">
          {words.previewEmpty}
        </Text>
      )}
    </section>
  );
}
