import { Text } from '@mantine/core';
import type { StaffQuestion } from '../../../shared/contract/question-views.ts';
import { seenInWords } from '../../../shared/wording/describe-seen.ts';
import { useDesk } from '../app/desk.ts';
import { useSpeech } from '../app/page.ts';
import { Section } from '../parts/Section.tsx';
import { Tag } from '../parts/Tag.tsx';
import styles from './Comparison.module.css';
import { compared } from './compared.ts';

/** What the client saw beside what is true now, so that the difference meets the eye (001-024). */
export function Comparison({ question }: { question: StaffQuestion }) {
  const { settings } = useDesk();
  const { words, tongue, instant } = useSpeech();
  const w = words.questions;
  const { business, today, services } = settings;
  const facts = { services, currency: business.currency, today };
  const lines = compared(seenInWords(question.seen, facts, tongue), seenInWords(question.now, facts, tongue));
  return (
    <Section framed title={w.seenTitle}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{w.seenAt(instant(question.askedAt, business.timeZone))}</th>
            <th scope="col">{w.now}</th>
          </tr>
        </thead>
        {lines.map(({ key, label, before, now, changed }) => (
          <tbody key={key} data-changed={changed}>
            <tr>
              <th scope="rowgroup" colSpan={2}>
                {label} {changed && <Tag tone="care">{w.changed}</Tag>}
              </th>
            </tr>
            <tr>
              <td>{before ?? w.absent}</td>
              <td>{now ?? w.absent}</td>
            </tr>
          </tbody>
        ))}
      </table>
      {!lines.some(({ changed }) => changed) && (
        <Text size="sm" c="dimmed" mt="xs">
          {w.same}
        </Text>
      )}
    </Section>
  );
}
