import { Button, Text } from '@mantine/core';
import { Banknote } from 'lucide-react';
import { useState } from 'react';
import type { MembershipView } from '../../../shared/contract/views.ts';
import type { LocalDate } from '../../../shared/domain/time.ts';
import { useDesk } from '../app/desk.ts';
import { useSpeech } from '../app/page.ts';
import { useSend } from '../effects/send.ts';
import { Dialog, DialogForm } from '../parts/Dialog.tsx';
import { useNotify } from '../parts/Notices.tsx';
import { type Method, MethodChoice, useMethod } from '../payments/MethodChoice.tsx';
import { nextPaidPeriod } from './renewal-preview.ts';

interface RenewalProps {
  readonly memberId: string;
  readonly membership: MembershipView;
  readonly today: LocalDate;
  readonly onRenewed: () => void;
}

/** “Paid at the desk”: opens the next period with its credits, once it is due. */
export function Renewal({ memberId, membership, today, onRenewed }: RenewalProps) {
  const { client, may, settings } = useDesk();
  const { words, price, date } = useSpeech();
  const notify = useNotify();
  const [asking, setAsking] = useState(false);
  const { membershipId, plan } = membership;
  const [method, setMethod] = useMethod();
  const renewing = useSend((body: { after: LocalDate; method: Method }, idempotencyKey) =>
    client.renewMembership({ path: { memberId, membershipId }, body, idempotencyKey }),
  );
  const paid = nextPaidPeriod(membership, today, settings.business.policies);
  if (!paid || membership.payment !== 'at_the_desk' || !may('memberships.enrol')) return null;

  async function renew({ last, plan: opened }: NonNullable<typeof paid>) {
    const reply = await renewing.send({ after: membership.period.start, method });
    if (!reply) return;
    setAsking(false);
    notify({ text: words.profile.renewed(opened, date(last)) });
    onRenewed();
  }

  return (
    <>
      <Button variant="light" leftSection={<Banknote size={16} aria-hidden />} onClick={() => setAsking(true)}>
        {words.profile.paidAtDesk}
      </Button>
      <Dialog opened={asking} onClose={() => setAsking(false)} title={words.profile.paidAtDesk}>
        <DialogForm
          onSubmit={() => void renew(paid)}
          onCancel={() => setAsking(false)}
          submit={words.profile.confirmPaid(price(membership.upcoming?.amount ?? plan.price))}
          busy={renewing.busy}
          error={renewing.error}
        >
          <Text>{words.profile.paidOpens(paid.plan, date(paid.first), date(paid.last))}</Text>
          <MethodChoice method={method} onChange={setMethod} />
          <Text size="sm" c="dimmed">
            {words.profile.paidBrings}
          </Text>
        </DialogForm>
      </Dialog>
    </>
  );
}
