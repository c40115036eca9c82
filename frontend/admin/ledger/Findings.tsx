import { Text } from '@mantine/core';
import { Link } from 'wouter';
import type { LedgerDayView } from '../../../shared/contract/staff-operations.ts';
import { useWords } from '../app/page.ts';
import lines from '../parts/Lines.module.css';
import { Section } from '../parts/Section.tsx';

/** What the last night found: what each means, where it is, and what to do. */
export function Findings({ findings }: Pick<LedgerDayView, 'findings'>) {
  const w = useWords().ledger;
  if (findings.length === 0) return null;
  return (
    <Section title={w.findings}>
      <Text size="sm">{w.findingsText}</Text>
      <ul className={lines.lines}>
        {findings.map(({ invariant, ledger, memberId, sequence, detail }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a closed night’s findings never change
          <li key={at} className={`${lines.line} ${lines.wraps}`}>
            <div className={lines.main}>
              <span className={lines.strong}>{w.means[invariant]}</span>
              <span className={lines.quiet}>
                <span>{w.ledgers[ledger]}</span>
                {sequence !== undefined && <span>{w.entryNumber(sequence)}</span>}
                <span lang="en">{detail}</span>
              </span>
            </div>
            {memberId !== undefined && (
              <Link href={`/contacts/${memberId}`} className={lines.link}>
                {w.openClient}
              </Link>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
