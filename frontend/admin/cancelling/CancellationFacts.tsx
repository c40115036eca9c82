import { Title } from '@mantine/core';
import type { CancellationView } from '../../../shared/contract/cancellation-views.ts';
import type { MemberPage } from '../../../shared/contract/staff-operations.ts';
import type { MembershipView } from '../../../shared/contract/views.ts';
import { cancellationInWords } from '../../../shared/wording/describe-cancellation.ts';
import { useDesk } from '../app/desk.ts';
import { useSpeech } from '../app/page.ts';
import page from '../parts/Page.module.css';
import styles from './CancellationFacts.module.css';

interface CancellationFactsProps {
  readonly view: CancellationView;
  readonly member: Pick<MemberPage, 'services' | 'today'>;
  readonly plan: MembershipView['plan'];
}

/** What a cancellation does, in the words that the client reads in the portal and in the mail (000-050). */
export function CancellationFacts({ view, member, plan }: CancellationFactsProps) {
  const { currency } = useDesk().settings.business;
  const { tongue } = useSpeech();
  const { rows, left } = cancellationInWords(view, { ...member, plan, currency }, tongue);
  return (
    <section aria-live="polite" className={page.effect}>
      <dl className={styles.rows}>
        {rows.map(({ label, value, detail }) => (
          <div key={`${label} ${detail}`}>
            <dt>
              {label}
              {detail !== undefined && <span className={styles.detail}>{detail}</span>}
            </dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <Title order={3} size="h6" mb={4} className={styles.left}>
        {left.heading}
      </Title>
      <ul className={page.list}>
        {left.lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );
}
