import { Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { MemberPage } from '../../../shared/contract/staff-operations.ts';
import { LocalDate } from '../../../shared/domain/time.ts';
import { useDesk } from '../app/desk.ts';
import { useSpeech } from '../app/page.ts';
import { useSend } from '../effects/send.ts';
import { DialogForm } from '../parts/Dialog.tsx';
import { PlanChoice } from './PlanChoice.tsx';
import { Preview } from './Preview.tsx';
import { previewEnrolment, startRange } from './preview.ts';

interface EnrolFormProps {
  readonly page: MemberPage;
  readonly onCancel: () => void;
  readonly onEnrolled: (plan: string) => void;
}

/** The plan, the start date, and what will happen, before it does. */
export function EnrolForm({ page, onCancel, onEnrolled }: EnrolFormProps) {
  const { client, settings } = useDesk();
  const { words, date } = useSpeech();
  const { today } = page;
  const has = new Set(page.memberships.filter(({ usability }) => usability !== 'over').map(({ plan }) => plan.planId));
  const offered = settings.plans.filter((plan) => plan.offered);
  const [planId, setPlanId] = useState(() => offered.find((plan) => !has.has(plan.planId))?.planId);
  const [startsOn, setStartsOn] = useState(today);
  const plan = offered.find((candidate) => candidate.planId === planId);
  const preview =
    plan && LocalDate.safeParse(startsOn).success
      ? previewEnrolment(plan, startsOn, today, settings.business.policies)
      : undefined;
  const enrolling = useSend((body: { planId: string; startsOn: string }, idempotencyKey) =>
    client.enrolMember({ path: { memberId: page.memberId }, body, idempotencyKey }),
  );

  async function enrol() {
    if (!plan || !preview) return;
    if (await enrolling.send({ planId: plan.planId, startsOn })) onEnrolled(plan.name);
  }

  const { earliest, latest } = startRange(today);
  const startWords = words.plans;
  const explained =
    startsOn === today
      ? startWords.startsToday
      : startsOn < today
        ? startWords.startsPast(date(startsOn || today))
        : startWords.startsFuture(date(startsOn));

  return (
    <DialogForm
      onSubmit={() => void enrol()}
      onCancel={onCancel}
      submit={plan ? words.plans.enrolConfirm(plan.name) : words.profile.enrol}
      busy={enrolling.busy}
      error={enrolling.error}
      disabled={!preview}
    >
      {offered.length === 0 ? (
        <Text size="sm">{words.plans.noPlans}</Text>
      ) : (
        <>
          <PlanChoice plans={offered} has={has} chosen={planId} onChoose={setPlanId} services={page.services} />
          <TextInput
            label={words.plans.startsOn}
            type="date"
            required
            withAsterisk={false}
            min={earliest}
            max={latest}
            value={startsOn}
            {...(preview ? { description: explained } : {})}
            error={plan && !preview && words.plans.startOutOfRange(date(earliest), date(latest))}
            onChange={(event) => setStartsOn(event.currentTarget.value)}
          />
          {plan && preview && <Preview plan={plan} preview={preview} services={page.services} />}
        </>
      )}
    </DialogForm>
  );
}
