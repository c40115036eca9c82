import { Button, Text, Title } from '@mantine/core';
import { useState } from 'react';
import type { MemberPage } from '../../../shared/contract/staff-operations.ts';
import type { SharedCredits } from '../../../shared/contract/views.ts';
import { useDesk } from '../app/desk.ts';
import { useWords } from '../app/page.ts';
import { useCreditWords } from '../credits/use-credit-words.ts';
import { useUndo } from '../credits/use-undo.ts';
import { useSend } from '../effects/send.ts';
import { Dialog, DialogForm } from '../parts/Dialog.tsx';
import lines from '../parts/Lines.module.css';
import { useNotify } from '../parts/Notices.tsx';
import { usePlace } from '../parts/use-place.ts';

interface SharedPartProps {
  readonly shared: SharedCredits;
  readonly page: MemberPage;
  readonly reload: () => void;
}

/** What the client may use of somebody else's membership, with one button for each service. */
export function SharedPart({ shared, page, reload }: SharedPartProps) {
  const words = useWords().sharing;
  const { may } = useDesk();
  const { amountOf, nameOf } = useCreditWords(page.services);
  const [serviceId, setServiceId] = useState<string>();
  const { holder, plan, left, usability } = shared;
  const groups = shared.credits.filter(({ available }) => available > 0);
  const isUsable = usability === 'usable' && left !== 0;
  return (
    <div>
      <Title order={3} size="h6">
        {words.from(holder.name, plan)}
      </Title>
      {usability === 'on_hold' && <Text size="sm">{words.resting}</Text>}
      {left !== undefined && <Text size="sm">{words.leftFor(left)}</Text>}
      {groups.length === 0 ? (
        <Text size="sm" c="dimmed">
          {words.nothingLeft}
        </Text>
      ) : (
        <ul className={lines.lines}>
          {groups.map(({ kind, serviceIds, available }) => (
            <li key={serviceIds.join()} className={`${lines.line} ${lines.wraps}`}>
              <span className={lines.main}>{amountOf(kind, available, serviceIds)}</span>
              {may('credits.redeem') &&
                isUsable &&
                serviceIds.map((id) => (
                  <Button
                    key={id}
                    size="compact-md"
                    variant="light"
                    aria-label={words.takeFor(nameOf(id), holder.name)}
                    onClick={() => setServiceId(id)}
                  >
                    {serviceIds.length === 1 ? words.use : nameOf(id)}
                  </Button>
                ))}
            </li>
          ))}
        </ul>
      )}
      <Dialog
        opened={serviceId !== undefined}
        onClose={() => setServiceId(undefined)}
        title={words.takeTitle(holder.name)}
      >
        {serviceId !== undefined && (
          <UseShared
            shared={shared}
            page={page}
            serviceId={serviceId}
            reload={reload}
            onClose={() => setServiceId(undefined)}
          />
        )}
      </Dialog>
    </div>
  );
}

function UseShared({
  shared,
  page,
  serviceId,
  reload,
  onClose,
}: SharedPartProps & { serviceId: string; onClose: () => void }) {
  const { client } = useDesk();
  const words = useWords();
  const notify = useNotify();
  const { taken } = useCreditWords(page.services);
  const { here } = usePlace();
  const { holder, membershipId } = shared;
  // The visit is given back where it was taken: in the account of whoever holds the membership.
  const undo = useUndo(holder.memberId, reload);
  const body = { serviceId, units: 1, ...(here ? { locationId: here.locationId } : {}) };
  const using = useSend((asked: typeof body, idempotencyKey) =>
    client.redeemSharedCredit({ path: { memberId: page.memberId, membershipId }, body: asked, idempotencyKey }),
  );
  const what = taken('visits', 1, serviceId);

  async function take() {
    const reply = await using.send(body);
    if (!reply) return;
    notify({
      text: words.sharing.used(what, holder.name),
      action: { label: words.common.undo, run: () => void undo(reply.sequences) },
    });
    reload();
    onClose();
  }
  return (
    <DialogForm
      onSubmit={() => void take()}
      onCancel={onClose}
      submit={words.credits.confirmUse(what)}
      busy={using.busy}
      error={using.error}
    >
      <Text>{words.sharing.takeText(what, holder.name)}</Text>
    </DialogForm>
  );
}
