import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import type { FailedRefundLine } from '../../../shared/contract/staff-operations.ts';
import { fullName } from '../../../shared/domain/member.ts';
import { useDesk } from '../app/desk.ts';
import { useSpeech } from '../app/page.ts';
import { useSend } from '../effects/send.ts';
import { Dialog, DialogForm } from '../parts/Dialog.tsx';
import lines from '../parts/Lines.module.css';
import { useNotify } from '../parts/Notices.tsx';

interface FailedRefundItemProps {
  readonly refund: FailedRefundLine;
  readonly onSettled: () => void;
}
type Way = 'card' | 'account_credit';

/** Whose, how much and since when, with the two things that can be done; what each does is said before it is done. */
export function FailedRefundItem({ refund, onSettled }: FailedRefundItemProps) {
  const { client } = useDesk();
  const { words, money, date } = useSpeech();
  const w = words.refunds;
  const notify = useNotify();
  const [way, setWay] = useState<Way>();
  const { memberId, invoiceId, n, amount, on } = refund;
  const retrying = useSend((body: { n: number; to: Way }, idempotencyKey) =>
    client.retryRefund({ path: { memberId, invoiceId }, body, idempotencyKey }),
  );
  async function send(to: Way) {
    const reply = await retrying.send({ n, to });
    if (!reply) return;
    const arrived = reply.invoice.refunds.at(-1)?.state !== 'failed';
    notify({ text: arrived ? w.settled(money(amount)) : w.refusedAgain });
    setWay(undefined);
    onSettled();
  }
  return (
    <li className={`${lines.line} ${lines.wraps}`}>
      <div className={lines.main}>
        <Link href={`/contacts/${memberId}`} className={lines.link}>
          {fullName(refund)}
        </Link>
        <span className={lines.quiet}>{w.since(date(on))}</span>
      </div>
      <span className={lines.number}>{money(amount)}</span>
      <Group gap="xs">
        {(['card', 'account_credit'] as const).map((to) => (
          <Button key={to} size="compact-sm" variant="default" onClick={() => setWay(to)}>
            {w.again[to]}
          </Button>
        ))}
      </Group>
      <Dialog opened={way !== undefined} onClose={() => setWay(undefined)} title={w.again[way ?? 'card']}>
        <DialogForm
          onSubmit={() => void (way && send(way))}
          onCancel={() => setWay(undefined)}
          submit={w.again[way ?? 'card']}
          busy={retrying.busy}
          error={retrying.error}
        >
          <Text size="sm">{w.effect[way ?? 'card'](money(amount), fullName(refund))}</Text>
        </DialogForm>
      </Dialog>
    </li>
  );
}
