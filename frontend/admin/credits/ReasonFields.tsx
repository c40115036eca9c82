import { Alert, NativeSelect, TextInput } from '@mantine/core';
import { BellOff } from 'lucide-react';
import { AdjustmentReason } from '../../../shared/domain/credit-account.ts';
import { useWords } from '../app/page.ts';

interface ReasonFieldsProps {
  readonly reason: AdjustmentReason | '';
  readonly note: string;
  readonly missing: boolean;
  readonly onReason: (reason: AdjustmentReason | '') => void;
  readonly onNote: (note: string) => void;
}

/** Why a balance is changed by hand: always asked, never sent to the client (002-029, 002-030). */
export function ReasonFields({ reason, note, missing, onReason, onNote }: ReasonFieldsProps) {
  const words = useWords();
  return (
    <>
      <NativeSelect
        label={words.credits.reason}
        required
        value={reason}
        error={missing && words.common.required}
        onChange={({ currentTarget }) => onReason(AdjustmentReason.safeParse(currentTarget.value).data ?? '')}
        data={[
          { value: '', label: words.credits.chooseReason },
          ...AdjustmentReason.options.map((value) => ({ value, label: words.credits.reasons[value] })),
        ]}
      />
      <TextInput
        label={words.credits.note}
        maxLength={300}
        autoComplete="off"
        value={note}
        onChange={({ currentTarget }) => onNote(currentTarget.value)}
      />
      <Alert color="gray" icon={<BellOff size={18} aria-hidden />} title={words.credits.silent} role="note">
        {words.credits.silentDetail}
      </Alert>
    </>
  );
}
