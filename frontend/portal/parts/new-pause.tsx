import { useState } from 'preact/hooks';
import type { BodyOf } from '../../../shared/contract/handlers.ts';
import type { memberOperations } from '../../../shared/contract/member-operations.ts';
import type { MembershipView } from '../../../shared/contract/views.ts';
import { formatDay } from '../../../shared/wording/format.ts';
import { usePortal } from '../portal-context.ts';
import type { Own } from '../state/own.ts';
import { lastDayChosen } from '../state/pausing.ts';
import { useSend } from '../state/use-send.ts';
import { ChoiceForm } from './choice-form.tsx';
import { LengthFields } from './length-fields.tsx';
import { OneTap } from './one-tap.tsx';
import { PauseEffect } from './pause-effect.tsx';

type Body = BodyOf<(typeof memberOperations)['pauseOwnMembership']>;

export interface PauseProps {
  readonly membership: MembershipView;
  readonly own: Own;
  /** Gets the sentence that says what has happened. */
  readonly done: (text: string) => void;
}

/** From when and for how long; what happens then; one press. */
export function NewPause({ membership, own, done }: PauseProps) {
  const { side, tongue } = usePortal();
  const { pauses, terms } = tongue.words;
  const { membershipId, period, plan } = membership;
  const { today } = own;
  const limits = plan.rules.pause;
  const path = { memberId: own.profile.memberId, membershipId };
  const [{ start, length, day }, setAnswers] = useState<Readonly<Record<string, string>>>({ start: 'period_end' });
  const from = start === 'now' ? today : period.end;
  const lastDay = lastDayChosen(length, day, from, limits);
  const asked: Body | undefined =
    lastDay === undefined
      ? undefined
      : { start: start === 'now' ? 'now' : 'period_end', end: { kind: 'last_day', lastDay } };
  const { send, busy, error } = useSend((body: Body, idempotencyKey) =>
    side.client.pauseOwnMembership({ path, body, idempotencyKey }),
  );
  const write = (date: string) => formatDay(date, today, tongue.locale);

  async function pause(body: Body) {
    const reply = await send(body);
    if (reply !== undefined) done(pauses.done(write(from), write(body.end.lastDay)));
  }

  return (
    <>
      <p>
        {pauses.intro} {terms.pause(limits)}
      </p>
      <ChoiceForm chosen={setAnswers}>
        <OneTap
          name="start"
          label={pauses.start}
          choices={[
            { value: 'period_end', label: pauses.starts.period_end(write(period.end)) },
            { value: 'now', label: pauses.starts.now },
          ]}
          chosen="period_end"
        />
        <LengthFields from={from} limits={limits} today={today} length={length} />
      </ChoiceForm>
      <PauseEffect
        key={`${start} ${lastDay}`}
        membership={membership}
        own={own}
        asked={asked}
        preview={(body) => side.client.previewOwnPause({ path, body })}
        confirm={lastDay === undefined ? undefined : pauses.confirm(write(lastDay))}
        send={pause}
        busy={busy}
        error={error}
      />
    </>
  );
}
