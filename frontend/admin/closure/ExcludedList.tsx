import { Text } from '@mantine/core';
import { Link } from 'wouter';
import type { ClosureExcluded } from '../../../shared/contract/staff/closure-operations.ts';
import { type ClosureCount, ClosureExclusion } from '../../../shared/domain/closure.ts';
import { useWords } from '../app/page.ts';
import lines from '../parts/Lines.module.css';
import { Section } from '../parts/Section.tsx';
import styles from './ExcludedList.module.css';

/** Names of one reason that are shown at once. */
const mostNames = 12;

interface ExcludedListProps {
  readonly excluded: readonly ClosureExcluded[];
  readonly count: ClosureCount['excluded'];
}

/** Who is not paused and what to do about it, by reason; nothing when everybody is. */
export function ExcludedList({ excluded, count }: ExcludedListProps) {
  const w = useWords().closure;
  const of = (why: ClosureExclusion) => count[why] ?? 0;
  const total = ClosureExclusion.options.reduce((sum, why) => sum + of(why), 0);
  if (total === 0) return null;
  return (
    <Section title={w.excluded(total)}>
      <ul className={lines.lines}>
        {ClosureExclusion.options
          .filter((why) => of(why) > 0)
          .map((why) => {
            const names = excluded.filter((line) => line.why === why).slice(0, mostNames);
            return (
              <li key={why} className={lines.line}>
                <span className={lines.main}>
                  <Text size="sm">{w.whyNot[why]}</Text>
                  <span className={lines.quiet}>
                    {names.map(({ memberId, name }) => (
                      <Link key={memberId} href={`/contacts/${memberId}`} className={`${lines.link} ${styles.name}`}>
                        {name}
                      </Link>
                    ))}
                    {of(why) > names.length && w.andMore(of(why) - names.length)}
                  </span>
                </span>
                <span className={lines.number}>{of(why)}</span>
              </li>
            );
          })}
      </ul>
    </Section>
  );
}
