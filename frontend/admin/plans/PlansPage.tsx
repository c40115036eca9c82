import { Button, Title } from '@mantine/core';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import type { PlanVersion } from '../../../shared/domain/plan.ts';
import { useDesk } from '../app/desk.ts';
import { useWords } from '../app/page.ts';
import { useTitle } from '../app/use-title.ts';
import { Dialog } from '../parts/Dialog.tsx';
import { Empty } from '../parts/Empty.tsx';
import page from '../parts/Page.module.css';
import { latestVersions } from './latest.ts';
import { PlanCard } from './PlanCard.tsx';
import { PlanForm } from './PlanForm.tsx';
import { Services } from './Services.tsx';
import { WithdrawForm } from './WithdrawForm.tsx';

/** Plans with their versions, and the services they are made of. */
export default function PlansPage() {
  const { settings } = useDesk();
  const words = useWords().plans;
  useTitle(words.title);
  /** The form: for a new plan, or for the next version of one. */
  const [writing, setWriting] = useState<'new' | PlanVersion>();
  const [withdrawing, setWithdrawing] = useState<PlanVersion>();
  const keepOffer = () => setWithdrawing(undefined);
  const plans = latestVersions(settings.plans);
  const services = settings.services.filter(({ archived }) => !archived);
  const close = () => setWriting(undefined);
  const previous = typeof writing === 'object' ? writing : undefined;

  return (
    <>
      <div className={page.head}>
        <Title order={1} size="h3">
          {words.title}
        </Title>
        {services.length > 0 && (
          <Button size="compact-md" leftSection={<Plus size={16} aria-hidden />} onClick={() => setWriting('new')}>
            {words.newPlan}
          </Button>
        )}
      </div>
      {plans.length === 0 ? (
        <Empty title={words.emptyTitle} text={services.length === 0 ? words.needServices : words.empty}>
          {services.length > 0 && <Button onClick={() => setWriting('new')}>{words.newPlan}</Button>}
        </Empty>
      ) : (
        <ul className={page.cards}>
          {plans.map(({ newest, earlier }) => (
            <PlanCard
              key={newest.planId}
              plan={newest}
              earlier={earlier}
              onNewVersion={() => setWriting(newest)}
              onWithdraw={() => setWithdrawing(newest)}
            />
          ))}
        </ul>
      )}
      <Services />
      <Dialog
        opened={writing !== undefined}
        onClose={close}
        wide
        title={previous ? words.newVersionTitle(previous.name, previous.version + 1) : words.newPlan}
      >
        <PlanForm previous={previous} onClose={close} />
      </Dialog>
      <Dialog
        opened={withdrawing !== undefined}
        onClose={keepOffer}
        title={withdrawing ? words.withdrawTitle(withdrawing.name) : words.withdraw}
      >
        {withdrawing && <WithdrawForm plan={withdrawing} onClose={keepOffer} />}
      </Dialog>
    </>
  );
}
