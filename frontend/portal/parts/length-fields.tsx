import type { MembershipView } from '../../../shared/contract/views.ts';
import { formatDay } from '../../../shared/wording/format.ts';
import { lastDayRange } from '../../common/pause-length.ts';
import { usePortal } from '../portal-context.ts';
import { lengthChoices } from '../state/pausing.ts';
import { Field } from './field.tsx';
import { OneTap } from './one-tap.tsx';

interface LengthFieldsProps {
  readonly from: string;
  /** The earliest last day, where the pause runs already. */
  readonly notBefore?: string;
  readonly limits: MembershipView['plan']['rules']['pause'];
  readonly today: string;
  readonly length: string | undefined;
}

/** For how long: what the salon allows, as people say it, or a last day of one’s own. */
export function LengthFields({ from, notBefore = from, limits, today, length }: LengthFieldsProps) {
  const { tongue } = usePortal();
  const { pauses } = tongue.words;
  const { first, last } = lastDayRange(from, limits);
  const earliest = first > notBefore ? first : notBefore;
  const write = (date: string) => formatDay(date, today, tongue.locale);
  return (
    <>
      <OneTap
        name="length"
        label={pauses.length}
        choices={lengthChoices(from, limits).map((value) => ({ value, label: pauses.lengths[value] }))}
        chosen={length}
      />
      {length === 'day' && (
        <Field
          name="day"
          type="date"
          label={pauses.lastDay}
          rule={pauses.dayRule(write(earliest), write(last))}
          min={earliest}
          max={last}
        />
      )}
    </>
  );
}
