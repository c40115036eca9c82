import { Button, NativeSelect, Stack } from '@mantine/core';
import type { MemberPage } from '../../../shared/contract/staff-operations.ts';
import { ChoiceReason } from '../../../shared/domain/credit-account.ts';
import { useSpeech } from '../app/page.ts';
import { bucketsFor } from './redemption.ts';
import type { Wanted } from './subject.ts';
import { useCreditWords } from './use-credit-words.ts';

/** The credit that staff take instead of the one whose turn it is, and why, as far as that is said. */
export interface ChoiceDraft {
  readonly bucketId: string;
  readonly reason: ChoiceReason | '';
}

interface BucketChoiceProps {
  readonly wanted: Wanted;
  readonly page: MemberPage;
  readonly choice: ChoiceDraft | undefined;
  readonly checked: boolean;
  readonly onChoice: (choice: ChoiceDraft | undefined) => void;
}

/** Another credit than the order says, with a reason (rule C3). Tucked away: the order is nearly always right. */
export function BucketChoice({ wanted, page, choice, checked, onChoice }: BucketChoiceProps) {
  const { words, day } = useSpeech();
  const w = words.credits;
  const { amountOf } = useCreditWords(page.services);
  const buckets = bucketsFor(page.credits, wanted);
  const [, second] = buckets;
  if (!second) return null;
  if (!choice) {
    return (
      <Button
        size="compact-sm"
        variant="subtle"
        style={{ alignSelf: 'start' }}
        onClick={() => onChoice({ bucketId: second.bucketId, reason: '' })}
      >
        {w.chooseOther}
      </Button>
    );
  }
  return (
    <Stack gap="xs">
      <NativeSelect
        label={w.chosenFrom}
        value={choice.bucketId}
        onChange={({ currentTarget }) => onChoice({ ...choice, bucketId: currentTarget.value })}
        data={buckets.map(({ bucketId, kind, available, serviceIds, expiresOn, source }) => ({
          value: bucketId,
          label: [
            amountOf(kind, available, serviceIds),
            expiresOn === undefined ? w.neverExpires : w.validUntil(day(expiresOn, page.today)),
            w.cameFrom[source.kind],
          ].join(', '),
        }))}
      />
      <NativeSelect
        label={w.chosenWhy}
        required
        value={choice.reason}
        error={checked && choice.reason === '' && words.common.required}
        onChange={({ currentTarget }) =>
          onChoice({ ...choice, reason: ChoiceReason.safeParse(currentTarget.value).data ?? '' })
        }
        data={[
          { value: '', label: w.chooseReason },
          ...ChoiceReason.options.map((value) => ({ value, label: w.choiceReasons[value] })),
        ]}
      />
      <Button size="compact-sm" variant="subtle" style={{ alignSelf: 'start' }} onClick={() => onChoice(undefined)}>
        {w.chooseFirst}
      </Button>
    </Stack>
  );
}
