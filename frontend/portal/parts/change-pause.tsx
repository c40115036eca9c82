import { useState } from 'preact/hooks';
import type { BodyOf } from '../../../shared/contract/handlers.ts';
import type { memberOperations } from '../../../shared/contract/member-operations.ts';
import { formatDay } from '../../../shared/wording/format.ts';
import { usePortal } from '../portal-context.ts';
import { lastDayChosen } from '../state/pausing.ts';
import { useSend } from '../state/use-send.ts';
import { ChoiceForm } from './choice-form.tsx';
import { LengthFields } from './length-fields.tsx';
import type { PauseProps } from './new-pause.tsx';
import { OneTap } from './one-tap.tsx';
import { PauseEffect } from './pause-effect.tsx';

type Body = BodyOf<(typeof memberOperations)['changeOwnPause']>;

/** Coming back today, taking a pause back that has not begun, or another last day (rule P7). */
export function ChangePause({ membership, own, done }: PauseProps) {
  const { side, tongue } = usePortal();
  const { pauses } = tongue.words;
  const { membershipId, pause, period, plan } = membership;
  const { today } = own;
  const limits = plan.rules.pause;
  const path = { memberId: own.profile.memberId, membershipId };
  const [{ what, length, day }, setAnswers] = useState<Readonly<Record<string, string>>>({});
  const from = pause?.from ?? period.end;
  const isComing = from > today;
  const chosen = lastDayChosen(length, day, from, limits);
  const lastDay = chosen === undefined || chosen < today ? undefined : chosen;
  const asked: Body | undefined =
    what === 'resume'
      ? { end: { kind: 'resume' } }
      : lastDay === undefined || lastDay === pause?.lastDay
        ? undefined
        : { end: { kind: 'last_day', lastDay } };
  const { send, busy, error } = useSend((body: Body, idempotencyKey) =>
    side.client.changeOwnPause({ path, body, idempotencyKey }),
  );
  const write = (date: string) => formatDay(date, today, tongue.locale);
  // Who is about to leave comes back earlier, and stays away no longer (rule P5).
  const ends = membership.cancelledFor !== undefined;
  const resume = isComing ? pauses.takeBack : pauses.resume;

  async function change(body: Body) {
    if ((await send(body)) === undefined) return;
    if (body.end.kind === 'last_day') done(pauses.endChanged(write(body.end.lastDay)));
    else done(isComing ? pauses.takenBack : pauses.resumed);
  }

  return (
    <>
      <ChoiceForm chosen={setAnswers}>
        <OneTap
          name="what"
          label={ends ? pauses.onlyResume : pauses.changeIntro}
          choices={[{ value: 'resume', label: resume }, ...(ends ? [] : [{ value: 'end', label: pauses.otherEnd }])]}
        />
        {what === 'end' && (
          <LengthFields from={from} notBefore={isComing ? from : today} limits={limits} today={today} length={length} />
        )}
      </ChoiceForm>
      {what === 'resume' && <p>{isComing ? pauses.takeBackExplained : pauses.resumeExplained}</p>}
      {what !== undefined && (
        <PauseEffect
          key={JSON.stringify(asked)}
          membership={membership}
          own={own}
          asked={asked}
          preview={(body) => side.client.previewOwnPauseChange({ path, body })}
          confirm={what === 'resume' ? resume : lastDay && pauses.confirmEnd(write(lastDay))}
          send={change}
          busy={busy}
          error={error}
        />
      )}
    </>
  );
}
