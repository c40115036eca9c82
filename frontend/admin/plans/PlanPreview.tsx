import { Text, Title } from '@mantine/core';
import { planRules } from '../../../shared/domain/plan-rules.ts';
import { includedInWords } from '../../../shared/wording/describe-plan.ts';
import { useDesk } from '../app/desk.ts';
import { useSpeech } from '../app/page.ts';
import page from '../parts/Page.module.css';
import styles from './BenefitsEditor.module.css';
import { MemberTerms } from './MemberTerms.tsx';
import { type PlanDraft, readPlan } from './plan-draft.ts';

/** What a version has besides its terms; none of it matters for what they mean. */
const draftedVersion = { planId: 'draft', version: 1, offered: true };

/** The terms as members will read them, as soon as they are whole. */
export function PlanPreview({ draft }: { draft: PlanDraft }) {
  const { settings } = useDesk();
  const { business } = settings;
  const { words: all, tongue } = useSpeech();
  const words = all.plans;
  const { terms } = readPlan(draft, business.currency);
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
            {includedInWords(terms, settings.services, tongue).map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
          <MemberTerms
            plan={{ ...terms, rules: planRules({ ...draftedVersion, ...terms }, business, business.tax) }}
            about={{
              ...(settings.takesCards
                ? { payment: 'card', wayOut: 'either' }
                : { payment: 'at_the_desk', wayOut: 'salon' }),
              changesPlan: business.features.memberChangesPlan,
            }}
            services={settings.services}
          />
        </>
      ) : (
        <Text size="sm" c="dimmed">
          {words.previewEmpty}
        </Text>
      )}
    </section>
  );
}
