import { Text } from '@mantine/core';
import type { PausePolicies } from '../../../shared/domain/pause-terms.ts';
import { useDesk } from '../app/desk.ts';
import { useSpeech } from '../app/page.ts';
import page from '../parts/Page.module.css';
import { pauseExample } from './pause-example.ts';

/** What the rules mean, told of one pause while they are being chosen. */
export function PauseExampleWords({ pauses }: { pauses: PausePolicies }) {
  const { settings } = useDesk();
  const { words, day, price } = useSpeech();
  const w = words.pauses.example;
  const { days, lastDay, bill, billAfter, leftOut, lastUse, lastUseAfter, fee } = pauseExample(pauses, settings.today);
  const write = (date: string) => day(date, settings.today);
  const { currency } = settings.business;
  const bills =
    pauses.dates === 'shift'
      ? w.moves(write(bill), write(billAfter))
      : leftOut === 0
        ? w.comesAsPlanned(write(bill))
        : w.leftOut(write(bill), write(billAfter));
  const uses =
    pauses.benefits === 'frozen' ? w.rest(days, write(lastUse), write(lastUseAfter)) : w.usable(write(lastUse));
  return (
    <section className={page.effect} aria-live="polite">
      <Text size="sm" fw={600}>
        {w.title}
      </Text>
      <Text size="sm">{w.somebody(write(bill), days, write(lastDay))}</Text>
      <ul className={page.list}>
        <li>{bills}</li>
        <li>{uses}</li>
        <li>{fee === 0 ? w.free : w.costs(price({ amount: fee, currency }), write(billAfter))}</li>
      </ul>
    </section>
  );
}
