import { Text, Title } from '@mantine/core';
import { useDesk } from '../app/desk.ts';
import { useWords } from '../app/page.ts';
import { useLoad } from '../effects/load.ts';
import { Failure } from '../parts/Failure.tsx';
import lines from '../parts/Lines.module.css';
import page from '../parts/Page.module.css';
import { FailedRefundItem } from './FailedRefundItem.tsx';

/** Refunds that the card refused, until somebody has seen to each; nothing where there are none. */
export function FailedRefunds() {
  const { client, may } = useDesk();
  const w = useWords().refunds;
  const isMine = may('billing.refund');
  const { load, reload } = useLoad(
    async () => (isMine ? (await client.listFailedRefunds({})).items : []),
    [client, isMine],
  );
  if (load.state === 'failed') return <Failure error={load.error} retry={reload} />;
  if (load.state === 'loading' || load.value.length === 0) return null;
  return (
    <section className={page.card} style={{ marginBottom: '1.5rem' }}>
      <div>
        <Title order={2} size="h5">
          {w.title}
        </Title>
        <Text size="sm" c="dimmed">
          {w.hint}
        </Text>
      </div>
      <ul className={lines.lines}>
        {load.value.map((refund) => (
          <FailedRefundItem key={`${refund.invoiceId} ${refund.n}`} refund={refund} onSettled={reload} />
        ))}
      </ul>
    </section>
  );
}
