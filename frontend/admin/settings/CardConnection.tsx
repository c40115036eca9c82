import { Alert, Button } from '@mantine/core';
import { CircleCheck, CreditCard } from 'lucide-react';
import { useDesk } from '../app/desk.ts';
import { useWords } from '../app/page.ts';
import { useLoad } from '../effects/load.ts';
import { useSend } from '../effects/send.ts';
import { Failure } from '../parts/Failure.tsx';
import { Loaded } from '../parts/Loaded.tsx';
import { useUnsaved } from '../parts/unsaved.ts';

/** Whether cards can be taken, and the way to the provider's page that sets it up; it comes back here. */
export function CardConnection() {
  const { client } = useDesk();
  const w = useWords().settings;
  const { leave } = useUnsaved();
  const payments = useLoad(() => client.getPayments({}), [client]);
  const connecting = useSend((_: 'connect', idempotencyKey) => client.connectPayments({ body: {}, idempotencyKey }));

  async function connect() {
    const page = await connecting.send('connect');
    if (page) location.assign(page.url);
  }

  return (
    <Loaded from={payments} lines={2}>
      {({ state }) => (
        <>
          <Alert
            color={state === 'connected' ? 'green' : 'orange'}
            icon={state === 'connected' ? <CircleCheck size={18} aria-hidden /> : <CreditCard size={18} aria-hidden />}
            title={w.cards[state]}
            role="note"
          >
            {w.cardsText[state]}
            {state !== 'connected' && (
              <div>
                <Button mt="xs" size="compact-md" loading={connecting.busy} onClick={() => leave(() => void connect())}>
                  {w.connect[state]}
                </Button>
              </div>
            )}
          </Alert>
          <Failure error={connecting.error} sent />
        </>
      )}
    </Loaded>
  );
}
