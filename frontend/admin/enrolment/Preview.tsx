import { Title } from '@mantine/core';
import type { ServiceView } from '../../../shared/contract/views.ts';
import { useSpeech } from '../app/page.ts';
import { useCreditWords } from '../credits/use-credit-words.ts';
import { benefitWords } from '../plans/plan-words.ts';
import { Facts } from '../profile/Facts.tsx';
import { billDateWords } from '../profile/standing-words.ts';
import { billLines } from './bill-words.ts';
import styles from './Preview.module.css';
import type { EnrolmentChoice, EnrolmentPreview } from './preview.ts';

interface PreviewProps {
  readonly choice: EnrolmentChoice;
  readonly preview: EnrolmentPreview;
  readonly services: readonly ServiceView[];
}

/** What is paid now and later, status, next bill date and credits, as they will be (000-007). */
export function Preview({ choice, preview, services }: PreviewProps) {
  const speech = useSpeech();
  const { words, date, price, money } = speech;
  const w = words.plans;
  const { nameOf, amountOf } = useCreditWords(services);
  const { plan, payment, firstBy, tax } = choice;
  const { currency } = plan.price;
  const { bill, standing, freeUntil, committedUntil, useBy } = preview;
  const credits = preview.credits.map((benefit) => benefitWords(benefit, nameOf, speech)).join('\n');
  const ending = (day: string | undefined) =>
    day === undefined ? words.credits.neverExpires : w.validUntil(date(day));
  const given = preview.given.every(({ expiresOn }) => expiresOn === useBy)
    ? `${credits}\n${useBy === undefined ? w.creditsWithPayment : ending(useBy)}`
    : preview.given
        .map(({ kind, available, serviceIds, expiresOn }) =>
          [amountOf(kind, available, serviceIds), ending(expiresOn)].join(', '),
        )
        .join('\n');
  const later = price({ amount: preview.later, currency });
  const billFacts = bill && [
    !bill.now ? w.dueOn(date(bill.on)) : firstBy === 'card' ? w.chargedNow : w.dueNow,
    [money({ amount: bill.total, currency }), ...billLines(bill, tax, currency, speech)].join('\n'),
  ];
  const facts: (readonly [string, string] | undefined)[] = [
    billFacts && [billFacts[0] ?? '', billFacts[1] ?? ''],
    freeUntil === undefined ? undefined : [w.trialFact, w.freeUntil(date(freeUntil))],
    [w.payment, (payment === 'card' ? w.byCard : w.atTheDesk)(later, plan.interval)],
    committedUntil === undefined ? undefined : [w.commitmentFact, w.agreedUntil(date(committedUntil))],
    [words.profile.membership, words.profile.status[standing.status]],
    [w.nextBillDate, billDateWords(standing.nextBill, date, words.profile.bill)],
    [w.creditsNow, credits === '' ? w.noCredits : given],
  ];
  return (
    <section className={styles.preview} aria-live="polite">
      <Title order={3} size="h6" mb="xs">
        {w.afterwards}
      </Title>
      <Facts facts={facts.filter((fact) => fact !== undefined)} />
    </section>
  );
}
