import { Chip, Group, Input, TextInput } from '@mantine/core';
import type { LocalDate } from '../../../shared/domain/time.ts';
import { useSpeech } from '../app/page.ts';
import { type LengthChoice, lengthChoices } from './pausing.ts';

interface LengthFieldsProps {
  readonly choice: LengthChoice | undefined;
  readonly day: string;
  /** The earliest last day. */
  readonly first: LocalDate;
  readonly onChoice: (choice: LengthChoice) => void;
  readonly onDay: (day: string) => void;
}

/** For how long: a length as people say it, a last day, or without an end. */
export function LengthFields({ choice, day, first, onChoice, onDay }: LengthFieldsProps) {
  const { words, tongue } = useSpeech();
  const { lengths } = tongue.words.pauses;
  return (
    <>
      <Input.Wrapper label={words.pauses.howLong} labelElement="div">
        <Chip.Group
          value={choice ?? null}
          onChange={(value) => onChoice(lengthChoices.find((length) => length === value) ?? 'day')}
        >
          <Group gap="xs" mt="xs" role="radiogroup" aria-label={words.pauses.howLong}>
            {lengthChoices.map((length) => (
              <Chip key={length} value={length}>
                {length === 'day' ? words.pauses.untilDay : lengths[length]}
              </Chip>
            ))}
          </Group>
        </Chip.Group>
      </Input.Wrapper>
      {choice === 'day' && (
        <TextInput
          type="date"
          label={words.pauses.lastDay}
          description={words.pauses.lastDayHint}
          min={first}
          value={day}
          onChange={({ currentTarget }) => onDay(currentTarget.value)}
        />
      )}
    </>
  );
}
