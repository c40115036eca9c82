import { Title } from '@mantine/core';
import type { ServiceView } from '../../../shared/contract/views.ts';
import type { PlanVersion } from '../../../shared/domain/plan.ts';
import { useSpeech } from '../app/page.ts';
import { useCreditWords } from '../credits/use-credit-words.ts';
import { benefitWords } from '../plans/plan-words.ts';
import { Facts } from '../profile/Facts.tsx';
import { billDateWords } from '../profile/standing-words.ts';
import styles from './Preview.module.css';
import type { EnrolmentPreview } from './preview.ts';

interface PreviewProps {
  readonly plan: PlanVersion;
  readonly preview: EnrolmentPreview;
  readonly services: readonly ServiceView[];
}

/** Status, next bill date and credits as they will be (000-007). */
export function Preview({ plan, preview, services }: PreviewProps) {
  const speech = useSpeech();
  const { words, date, price } = speech;
  const { nameOf } = useCreditWords(services);
  const credits = preview.credits.map((benefit) => benefitWords(benefit, nameOf, speech)).join('\n');
  return (
    <section className={styles.preview} aria-live="polite">
      <Title order={3} size="h6" mb="xs">
        {words.plans.afterwards}
      </Title>
      <Facts
        facts={[
          [words.profile.membership, words.profile.status[preview.standing.status]],
          [words.plans.nextBillDate, billDateWords(preview.standing.nextBill, date, words.profile.bill)],
          [words.plans.payment, words.plans.atTheDesk(price(plan.price))],
          [
            words.plans.creditsNow,
            credits === '' ? words.plans.noCredits : `${credits}\n${words.plans.validUntil(date(preview.useBy))}`,
          ],
        ]}
      />
    </section>
  );
}
