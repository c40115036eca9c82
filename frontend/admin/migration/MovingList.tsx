import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import type { MovingMembership } from '../../../shared/contract/staff/migration-operations.ts';
import type { Money } from '../../../shared/domain/money.ts';
import { useDesk } from '../app/desk.ts';
import { useSpeech } from '../app/page.ts';
import { useSend } from '../effects/send.ts';
import { Failure } from '../parts/Failure.tsx';
import lines from '../parts/Lines.module.css';
import { useNotify } from '../parts/Notices.tsx';
import { Section } from '../parts/Section.tsx';

/** Members that are shown at once. */
const mostShown = 8;

interface MovingListProps {
  readonly moving: readonly MovingMembership[];
  readonly currency: Money['currency'];
  readonly today: string;
  /** Somebody was taken out: what was shown is not true any more. */
  readonly onKept: () => void;
}

/** Everybody who moves, with the first bill on the new version; each can be left out. */
export function MovingList({ moving, currency, today, onKept }: MovingListProps) {
  const { client } = useDesk();
  const { words, money, day } = useSpeech();
  const w = words.migration;
  const notify = useNotify();
  const [all, setAll] = useState(false);
  const keeping = useSend(({ memberId, membershipId }: MovingMembership) =>
    client.keepVersion({ path: { memberId, membershipId }, body: { keeps: true } }),
  );
  async function leaveOut(one: MovingMembership) {
    if (!(await keeping.send(one))) return;
    notify({ text: w.leftOut(one.name) });
    onKept();
  }
  const amount = (minor: number) => money({ amount: minor, currency });
  return (
    <Section title={w.moving(moving.length)}>
      <ul className={lines.lines}>
        {(all ? moving : moving.slice(0, mostShown)).map((one) => (
          <li key={one.membershipId} className={lines.line}>
            <span className={lines.main}>
              <Link href={`/contacts/${one.memberId}`} className={lines.link}>
                {one.name}
              </Link>
              <span className={lines.quiet}>
                {one.before === one.after
                  ? w.billSame(day(one.on, today), amount(one.after))
                  : w.billInstead(day(one.on, today), amount(one.after), amount(one.before))}
              </span>
            </span>
            <Button
              size="compact-sm"
              variant="subtle"
              color="gray"
              aria-label={w.leaveOutOf(one.name)}
              disabled={keeping.busy}
              onClick={() => void leaveOut(one)}
            >
              {w.leaveOut}
            </Button>
          </li>
        ))}
      </ul>
      {moving.length > mostShown && (
        <Button size="compact-sm" variant="subtle" onClick={() => setAll((now) => !now)}>
          {all ? w.showFew : w.showAll(moving.length)}
        </Button>
      )}
      <Failure error={keeping.error} sent />
    </Section>
  );
}
