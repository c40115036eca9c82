import { Alert, Button, Group, Stack } from '@mantine/core';
import { CirclePause } from 'lucide-react';
import { useState } from 'react';
import type { MemberPage } from '../../../shared/contract/staff-operations.ts';
import type { MembershipView } from '../../../shared/contract/views.ts';
import { endInPause, endsWithinPause } from '../../../shared/wording/describe-pause.ts';
import { useDesk } from '../app/desk.ts';
import { useSpeech } from '../app/page.ts';
import { Dialog } from '../parts/Dialog.tsx';
import { ChangeForm, type PauseChangeKind } from './ChangeForm.tsx';

interface PauseBannerProps {
  readonly page: MemberPage;
  readonly membership: MembershipView;
  readonly onChanged: () => void;
}

/** A pause that runs or is announced: its days, what can be used, the next charge, why, and what can be done about it. */
export function PauseBanner({ page, membership, onChanged }: PauseBannerProps) {
  const { may } = useDesk();
  const { words, tongue, day, money } = useSpeech();
  const w = words.pauses;
  const [opened, setOpened] = useState<PauseChangeKind>();
  const { pause, plan, upcoming, usability, membershipId } = membership;
  if (pause === undefined) return null;
  const { from, lastDay, by } = pause;
  const { today } = page;
  const write = (date: string) => day(date, today);
  const announced = from > today;
  const reason = page.pauseReasons?.find((one) => one.membershipId === membershipId)?.reason;
  const days = lastDay === undefined ? w.bannerOpen : w.bannerUntil(write(lastDay));
  const uses =
    announced || endsWithinPause(membership) ? [] : [usability === 'usable' ? w.bannerUsable : w.bannerRests];
  const ends = endInPause(membership, tongue, write);
  const bill =
    lastDay === undefined || upcoming === undefined
      ? ends === undefined
        ? w.bannerNoCharge
        : tongue.words.pauses.nothingMore
      : w.bannerCharge(money(upcoming.amount), write(upcoming.on));
  const close = () => setOpened(undefined);
  const titles = {
    resume: announced ? w.takeBackTitle(plan.name) : w.resumeTitle(plan.name),
    end: w.changeTitle(plan.name),
  } satisfies Record<PauseChangeKind, string>;
  return (
    <Alert
      color="plum"
      role="note"
      icon={<CirclePause size={18} aria-hidden />}
      title={(announced ? w.bannerAnnounced : w.bannerSince)(write(from))}
    >
      <Stack gap="xs">
        <span>{[days, ...uses, ...(ends === undefined ? [bill] : [])].join(' ')}</span>
        {ends !== undefined && (
          <span>
            <strong>{ends}</strong> {bill}
          </span>
        )}
        <span>
          {w.by[by]}
          {reason !== undefined && ` ${w.because(reason)}`}
        </span>
        {may('memberships.enrol') && (
          <Group gap="xs">
            <Button size="compact-md" variant="default" onClick={() => setOpened('resume')}>
              {announced ? w.takeBack : w.resume}
            </Button>
            {ends === undefined ? (
              <Button size="compact-md" variant="default" onClick={() => setOpened('end')}>
                {w.changeEnd}
              </Button>
            ) : (
              <span>{w.endIsSet}</span>
            )}
          </Group>
        )}
      </Stack>
      <Dialog opened={opened !== undefined} onClose={close} title={titles[opened ?? 'end']}>
        {opened && (
          <ChangeForm kind={opened} page={page} membership={membership} onClose={close} onChanged={onChanged} />
        )}
      </Dialog>
    </Alert>
  );
}
