import { Text } from '@mantine/core';
import { type ChangedByHand, handLimitOf } from '../../../shared/domain/hand-limits.ts';
import { useDesk } from '../app/desk.ts';
import { useSpeech } from '../app/page.ts';

/** Says before anything is typed how much this colleague may change; nothing to those who may change any number. */
export function HandLimitNote({ kind }: { kind: ChangedByHand }) {
  const { settings, may } = useDesk();
  const { words, money } = useSpeech();
  const { handLimits, currency } = settings.business;
  const most = handLimitOf(handLimits, kind);
  if (most === undefined || may('credits.approve')) return null;
  const w = words.handLimits;
  return (
    <Text size="sm" c="dimmed">
      {w.yours(kind === 'visits' ? w.mostVisits(most) : money({ amount: most, currency }))}
    </Text>
  );
}
