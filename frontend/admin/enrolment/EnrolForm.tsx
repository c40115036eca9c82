import { NativeSelect, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { CallOf } from '../../../shared/contract/client.ts';
import type { MemberPage, staffOperations } from '../../../shared/contract/staff-operations.ts';
import type { PaymentMode } from '../../../shared/domain/membership.ts';
import { LocalDate } from '../../../shared/domain/time.ts';
import { isRefusal } from '../../common/error-words.ts';
import { useDesk } from '../app/desk.ts';
import { useSpeech } from '../app/page.ts';
import { useSend } from '../effects/send.ts';
import { DialogForm } from '../parts/Dialog.tsx';
import { usePlace } from '../parts/use-place.ts';
import { plansToEnrolIn } from '../plans/latest.ts';
import { FirstPayment, type FirstWay } from './FirstPayment.tsx';
import { PaymentChoice } from './PaymentChoice.tsx';
import { PlanChoice } from './PlanChoice.tsx';
import { Preview } from './Preview.tsx';
import { type EnrolmentChoice, previewEnrolment, startRange } from './preview.ts';
import { startWords } from './start-words.ts';

interface EnrolFormProps {
  readonly page: MemberPage;
  readonly onCancel: () => void;
  readonly onEnrolled: (plan: string, payment: PaymentMode) => void;
}
type Body = CallOf<(typeof staffOperations)['enrolMember']>['body'];

/** The plan, the start date, how it is paid, and what will happen, before it does. */
export function EnrolForm({ page, onCancel, onEnrolled }: EnrolFormProps) {
  const { client, settings, reloadSettings } = useDesk();
  const { words, date, money } = useSpeech();
  const { today } = page;
  const has = new Set(page.memberships.filter(({ usability }) => usability !== 'over').map(({ plan }) => plan.planId));
  const offered = plansToEnrolIn(settings.plans);
  // Neither the plan nor how money changed hands is anybody’s guess.
  const [planId, setPlanId] = useState<string>();
  const [startsOn, setStartsOn] = useState(today);
  const [payment, setPayment] = useState<PaymentMode>(
    settings.takesCards || page.payLaterDisabled ? 'card' : 'at_the_desk',
  );
  const [way, setWay] = useState<FirstWay>();
  const withCard = payment === 'card' && page.billing?.card !== undefined;
  const firstBy = way === 'card' && !withCard ? undefined : way;
  const { places, here, setHere } = usePlace();
  const plan = offered.find((candidate) => candidate.planId === planId);
  const tax = here?.tax ?? settings.business.tax;
  const choice: EnrolmentChoice | undefined = plan && {
    plan,
    startsOn,
    payment,
    firstBy,
    tax,
  };
  const preview =
    choice && LocalDate.safeParse(startsOn).success
      ? previewEnrolment(choice, today, settings.business.policies)
      : undefined;
  const enrolling = useSend((body: Body, idempotencyKey) =>
    client.enrolMember({ path: { memberId: page.memberId }, body, idempotencyKey }).catch((error: unknown) => {
      // A new version was published while this was open: its terms are shown, and nobody is enrolled unseen.
      if (isRefusal(error, 'conflicting_change')) reloadSettings();
      throw error;
    }),
  );
  const now = preview?.bill?.now === true ? preview.bill : undefined;
  const received = firstBy === 'card' ? undefined : now;

  async function enrol() {
    if (!plan || !preview) return;
    const enrolled = await enrolling.send({
      planId: plan.planId,
      planVersion: plan.version,
      startsOn,
      payment,
      ...(received && firstBy && firstBy !== 'card' ? { paidBy: firstBy } : {}),
      ...(here ? { locationId: here.locationId } : {}),
    });
    if (enrolled) onEnrolled(plan.name, payment);
  }

  const wayMissing = now && !firstBy ? words.plans.choosePaid : undefined;
  const missing = offered.length > 0 && !plan ? words.plans.choosePlanFirst : wayMissing;
  const { earliest, latest } = startRange(today);
  const { currency } = settings.business;
  const submit = !plan
    ? words.profile.enrol
    : received
      ? words.plans.enrolPaid(plan.name, money({ amount: received.total, currency }))
      : words.plans.enrolConfirm(plan.name);
  return (
    <DialogForm
      onSubmit={() => void enrol()}
      onCancel={onCancel}
      submit={submit}
      busy={enrolling.busy}
      error={enrolling.error}
      disabled={!preview || missing !== undefined || (payment === 'card' && !settings.takesCards)}
      {...(missing === undefined ? {} : { hint: missing })}
    >
      {offered.length === 0 ? (
        <Text size="sm">{words.plans.noPlans}</Text>
      ) : (
        <>
          <PlanChoice
            plans={offered}
            has={has}
            chosen={planId}
            onChoose={setPlanId}
            services={page.services}
            tax={tax}
          />
          <TextInput
            label={words.plans.startsOn}
            type="date"
            required
            withAsterisk={false}
            min={earliest}
            max={latest}
            value={startsOn}
            {...(preview ? { description: startWords(preview, startsOn, today, words, date) } : {})}
            error={plan && !preview && words.plans.startOutOfRange(date(earliest), date(latest))}
            onChange={(event) => setStartsOn(event.currentTarget.value)}
          />
          {places.length > 1 && here && (
            <NativeSelect
              label={words.plans.place}
              value={here.locationId}
              onChange={(event) => setHere(event.currentTarget.value)}
              data={places.map(({ locationId, name }) => ({ value: locationId, label: name }))}
            />
          )}
          <PaymentChoice page={page} payment={payment} onChange={setPayment} />
          {now && <FirstPayment way={firstBy} withCard={withCard} onChange={setWay} />}
          {choice && preview && <Preview choice={choice} preview={preview} services={page.services} />}
        </>
      )}
    </DialogForm>
  );
}
