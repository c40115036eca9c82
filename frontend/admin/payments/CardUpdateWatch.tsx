import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { CircleCheck, ExternalLink } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { MemberPage } from '../../../shared/contract/staff-operations.ts';
import { useDesk } from '../app/desk.ts';
import { useSpeech } from '../app/page.ts';
import { Failure } from '../parts/Failure.tsx';
import { useIntoView } from '../parts/use-into-view.ts';
import { CardCode } from './CardCode.tsx';
import type { Billing } from './open-payments.ts';
import { useCardWatch } from './use-card-watch.ts';

interface CardUpdateWatchProps {
  readonly url: string;
  readonly memberId: string;
  readonly before: Billing;
  readonly onClose: () => void;
  readonly onPage: (page: MemberPage) => void;
}

/** The way to the provider's page, and what came of it as soon as it is known. */
export default function CardUpdateWatch({ url, memberId, before, onClose, onPage }: CardUpdateWatchProps) {
  const { settings } = useDesk();
  const { words, money, card } = useSpeech();
  const w = words.payments;
  const { currency } = settings.business;
  const watch = useCardWatch(memberId, before, onPage);
  const { outcome } = watch;
  const next = useRef<HTMLAnchorElement & HTMLButtonElement>(null);
  const alert = useIntoView<HTMLDivElement>(outcome);
  const write = (amount: number) => money({ amount, currency });

  // biome-ignore lint/correctness/useExhaustiveDependencies: with the outcome, another control is the next one
  useEffect(() => {
    next.current?.focus();
  }, [outcome]);

  if (outcome) {
    return (
      <Stack gap="md">
        <Alert
          ref={alert}
          color={outcome.stillOpen > 0 ? 'orange' : 'green'}
          icon={<CircleCheck size={18} aria-hidden />}
          role="status"
        >
          {outcome.card && <div>{w.newCard(card(outcome.card))}</div>}
          {outcome.paid > 0 && <div>{w.updatePaid(write(outcome.paid))}</div>}
          {outcome.stillOpen > 0 && <div>{w.updateStillOpen(write(outcome.stillOpen))}</div>}
        </Alert>
        <Group justify="flex-end">
          <Button ref={next} onClick={onClose}>
            {w.updateDone}
          </Button>
        </Group>
      </Stack>
    );
  }
  return (
    <Stack gap="md">
      <Text size="sm">{w.updateText}</Text>
      <Button
        ref={next}
        component="a"
        href={url}
        target="_blank"
        rel="noopener"
        leftSection={<ExternalLink size={16} aria-hidden />}
      >
        {w.updateOpen}
      </Button>
      <CardCode url={url} />
      <Text size="sm" c="dimmed" role="status">
        {watch.looked ? w.updateNothing : w.updateWaiting}
      </Text>
      <Failure error={watch.error} />
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onClose}>
          {words.common.close}
        </Button>
        <Button variant="default" loading={watch.looking} onClick={() => void watch.look(true)}>
          {w.updateCheck}
        </Button>
      </Group>
    </Stack>
  );
}
