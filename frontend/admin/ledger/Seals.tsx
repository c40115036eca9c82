import { Text } from '@mantine/core';
import type { LedgerDayView } from '../../../shared/contract/staff-operations.ts';
import { useDesk } from '../app/desk.ts';
import { useSpeech } from '../app/page.ts';
import type { Pages } from '../effects/pages.ts';
import { CopyText } from '../parts/CopyText.tsx';
import lines from '../parts/Lines.module.css';
import { More } from '../parts/More.tsx';
import { Section } from '../parts/Section.tsx';
import { Tag } from '../parts/Tag.tsx';
import styles from './Seals.module.css';

/** The seal of every night, to be written down elsewhere. */
export function Seals({ pages, days }: { pages: Pages<LedgerDayView>; days: readonly LedgerDayView[] }) {
  const { words, day, date } = useSpeech();
  const { today } = useDesk().settings;
  const w = words.ledger;
  return (
    <Section title={w.seals}>
      <Text size="sm">{w.sealsText}</Text>
      <ul className={lines.lines}>
        {days.map(({ day: closed, root, accounts, entries, found }) => (
          <li key={closed} className={`${lines.line} ${lines.wraps}`}>
            <div className={lines.main}>
              <span className={lines.strong}>
                {day(closed, today)} {found > 0 && <Tag tone="bad">{w.foundTag(found)}</Tag>}
              </span>
              <span className={lines.quiet}>{w.nightly(accounts, entries)}</span>
              <code className={styles.root}>{root}</code>
            </div>
            <CopyText text={root} of={w.sealOf(date(closed))} />
          </li>
        ))}
      </ul>
      <More pages={pages} />
    </Section>
  );
}
