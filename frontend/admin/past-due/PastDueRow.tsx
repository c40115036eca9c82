import { TriangleAlert } from 'lucide-react';
import type { KeyboardEvent, ReactNode } from 'react';
import { Link } from 'wouter';
import type { PastDueLine } from '../../../shared/contract/staff-operations.ts';
import { localDateOf } from '../../../shared/domain/calendar.ts';
import { fullName } from '../../../shared/domain/member.ts';
import { useSpeech } from '../app/page.ts';
import { resultMark, step, useSearch } from '../contacts/search.ts';
import { Tag } from '../parts/Tag.tsx';
import styles from './PastDueTable.module.css';

interface PastDueRowProps {
  readonly line: PastDueLine;
  readonly today: string;
  readonly timeZone: string;
}

/** One open payment, arrow keys walk from one to the next: who, how much, since when, why, and what a colleague should do. */
export function PastDueRow({ line, today, timeZone }: PastDueRowProps) {
  const { field } = useSearch();
  const { words, money, day } = useSpeech();
  const w = words.pastDue;
  const write = (date: string) => day(date, today);
  const on = (at: number) => write(localDateOf(at, timeZone));
  const { restsFrom, linkSentAt, linkOpenedAt } = line;
  const opened = linkOpenedAt === undefined ? w.linkUnopened : w.linkOpened(on(linkOpenedAt));
  function press(event: KeyboardEvent) {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    step(event.key === 'ArrowDown' ? 1 : -1, field.current);
  }
  const tried = line.nextTryOn === undefined ? w.noNextTry : w.nextTry(write(line.nextTryOn));
  const next = line.reason === 'being_checked' ? w.checked : tried;
  return (
    // biome-ignore lint/a11y/noRedundantRoles: laid out as a card, browsers take the role away
    <tr role="row">
      <Cell area="client">
        <Link href={`/contacts/${line.memberId}`} className={styles.name} {...{ [resultMark]: '' }} onKeyDown={press}>
          {fullName(line)}
        </Link>
        <Quiet>{line.plan}</Quiet>
      </Cell>
      <Cell area="amount">
        <span className={styles.money}>{money(line.amount)}</span>
      </Cell>
      <Cell area="open" label={w.open}>
        {w.days(line.days)}
        <Quiet>{w.since(write(line.since))}</Quiet>
      </Cell>
      <Cell area="why" label={w.why}>
        {w.reason[line.reason]}
        <Quiet>{w.attempts(line.attempts)}</Quiet>
      </Cell>
      <Cell area="benefits" label={w.benefits}>
        {restsFrom === undefined ? w.onHold : w.onHoldFrom(write(restsFrom))}
      </Cell>
      <Cell area="link" label={w.link}>
        {linkSentAt === undefined ? w.linkNone : w.linkSent(on(linkSentAt))}
        {linkSentAt !== undefined && <Quiet>{opened}</Quiet>}
        {line.undeliverable && (
          <span className={styles.bad}>
            <TriangleAlert size={12} aria-hidden /> {w.undeliverable}
          </span>
        )}
      </Cell>
      <Cell area="next" label={w.next}>
        {line.task && <Tag tone={line.task === 'decide' ? 'bad' : 'care'}>{w.tasks[line.task]}</Tag>}
        <Quiet>{next}</Quiet>
      </Cell>
    </tr>
  );
}

const Quiet = ({ children }: { children: ReactNode }) => <span className={styles.quiet}>{children}</span>;

/** A cell with its place on the card, and the column's name there, which the card has no head for. */
function Cell({ area, label, children }: { area: string; label?: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noRedundantRoles: as above
    <td role="cell" className={styles[area]}>
      {label !== undefined && (
        <span className={styles.label} aria-hidden>
          {label}
        </span>
      )}
      <div>{children}</div>
    </td>
  );
}
