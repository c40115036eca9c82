import { Button, Group, Loader, Text } from '@mantine/core';
import { useState } from 'react';
import type { PlanChangePreview, PlanChoice } from '../../../shared/contract/plan-change-views.ts';
import type { MemberPage } from '../../../shared/contract/staff-operations.ts';
import type { MembershipView, PlanView } from '../../../shared/contract/views.ts';
import type { ChangeWhen } from '../../../shared/domain/plan-quote.ts';
import { commitmentInWords } from '../../../shared/wording/describe-plan.ts';
import { comparedInWords } from '../../../shared/wording/describe-plan-change.ts';
import { useDesk } from '../app/desk.ts';
import { useSpeech } from '../app/page.ts';
import { useLoad } from '../effects/load.ts';
import { useSend } from '../effects/send.ts';
import { Dialog } from '../parts/Dialog.tsx';
import { Failure } from '../parts/Failure.tsx';
import styles from '../parts/Page.module.css';
import { priceSentence } from '../plans/plan-words.ts';
import { ChangePlanPreview } from './ChangePlanPreview.tsx';

interface ChangePlanProps {
  readonly page: MemberPage;
  readonly membership: MembershipView;
  readonly onClose: () => void;
  readonly onChanged: () => void;
}

/** Another plan in two steps: which and from when, then exactly what that means (rule PC5). */
export function ChangePlan({ opened, ...props }: ChangePlanProps & { readonly opened: boolean }) {
  const { words } = useSpeech();
  return (
    <Dialog opened={opened} onClose={props.onClose} title={words.planChange.title(props.membership.plan.name)} wide>
      <Steps {...props} />
    </Dialog>
  );
}

function Steps({ page, membership, onClose, onChanged }: ChangePlanProps) {
  const { client } = useDesk();
  const [preview, setPreview] = useState<PlanChangePreview>();
  const path = { memberId: page.memberId, membershipId: membership.membershipId };
  const quoting = useSend((body: { planId: string; when: ChangeWhen }, idempotencyKey) =>
    client.quotePlanChange({ path, body, idempotencyKey }),
  );
  async function look(planId: string, when: ChangeWhen) {
    const offered = await quoting.send({ planId, when });
    if (offered) setPreview(offered);
  }
  if (preview === undefined) {
    return (
      <>
        <Choices page={page} membership={membership} busy={quoting.busy} look={(...asked) => void look(...asked)} />
        <Failure error={quoting.error} sent />
      </>
    );
  }
  return (
    <ChangePlanPreview
      key={preview.quoteId}
      page={page}
      preview={preview}
      onAgain={() => void look(preview.to.planId, preview.when)}
      onBack={() => setPreview(undefined)}
      onClose={onClose}
      onChanged={onChanged}
    />
  );
}

interface ChoicesProps {
  readonly page: MemberPage;
  readonly membership: MembershipView;
  readonly busy: boolean;
  readonly look: (planId: string, when: ChangeWhen) => void;
}

function Choices({ page, membership, busy, look }: ChoicesProps) {
  const { client } = useDesk();
  const { words, date } = useSpeech();
  const { membershipId } = membership;
  const { load } = useLoad(
    () => client.listPlanChoices({ path: { memberId: page.memberId, membershipId } }),
    [page.memberId, membershipId],
  );
  if (load.state === 'loading') return <Loader size="sm" />;
  if (load.state === 'failed') return <Failure error={load.error} />;
  const { choices, cheaperFrom } = load.value;
  return (
    <>
      {choices.length === 0 && <Text>{words.planChange.none}</Text>}
      <ul className={styles.cards}>
        {choices.map((choice) => (
          <Choice
            key={choice.plan.planId}
            current={membership.plan}
            choice={choice}
            page={page}
            billDay={date(membership.upcoming?.on ?? membership.period.end)}
            busy={busy}
            look={look}
          />
        ))}
      </ul>
      {cheaperFrom !== undefined && <Text size="sm">{words.planChange.cheaperFrom(date(cheaperFrom))}</Text>}
    </>
  );
}

interface ChoiceProps extends Omit<ChoicesProps, 'membership'> {
  readonly current: PlanView;
  readonly choice: PlanChoice;
  readonly billDay: string;
}

function Choice(props: ChoiceProps) {
  const speech = useSpeech();
  const { words, tongue } = speech;
  const { plan, ways, compared } = props.choice;
  const wayOf = { now: words.planChange.fromToday, next_period: words.planChange.fromBill(props.billDay) };
  return (
    <li className={styles.card}>
      <div>
        <Text fw={600}>{plan.name}</Text>
        <Text size="sm">{priceSentence(plan, plan.rules.tax, speech)}</Text>
      </div>
      <ul className={styles.list}>
        {[
          ...compared.map((one) =>
            comparedInWords(one, { from: props.current, to: plan }, props.page.services, tongue),
          ),
          ...commitmentInWords(plan, tongue),
        ].map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <Group gap="xs">
        {ways.map((when) => (
          <Button
            key={when}
            size="compact-md"
            variant="light"
            aria-label={words.planChange.choose(wayOf[when], plan.name)}
            disabled={props.busy}
            onClick={() => props.look(plan.planId, when)}
          >
            {wayOf[when]}
          </Button>
        ))}
      </Group>
    </li>
  );
}
