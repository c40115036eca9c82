import { Text } from '@mantine/core';
import type { ForecastView } from '../../../shared/contract/forecast-views.ts';
import type { MemberPage } from '../../../shared/contract/staff-operations.ts';
import { lastingInWords, lossesInWords, shareOfLine } from '../../../shared/wording/describe-forecast.ts';
import { relativeDay } from '../../../shared/wording/format.ts';
import { useDesk } from '../app/desk.ts';
import { useSpeech } from '../app/page.ts';
import { useLoad } from '../effects/load.ts';
import { Loaded } from '../parts/Loaded.tsx';
import { Section } from '../parts/Section.tsx';
import styles from './CreditForecast.module.css';

/** What the client will lose, and when, if nothing is used: the picture that the client sees. */
export function CreditForecast({ page }: { page: MemberPage }) {
  const { client } = useDesk();
  const { tongue } = useSpeech();
  const { memberId, credits, memberships } = page;
  // Whatever changes a balance or a date is in what the page shows: then it is asked again.
  const shown = JSON.stringify([credits, memberships]);
  const forecast = useLoad(() => client.forecastCredits({ path: { memberId } }), [client, memberId, shown]);
  const isEmpty = credits.every(({ available }) => available === 0);
  if (isEmpty && (forecast.load.state !== 'ready' || forecast.load.value.losses.length === 0)) return null;
  return (
    <Section framed title={tongue.words.forecast.title}>
      <Loaded from={forecast}>{(value) => <Losses forecast={value} page={page} />}</Loaded>
    </Section>
  );
}

function Losses({ forecast, page }: { forecast: ForecastView; page: MemberPage }) {
  const { tongue, words, day } = useSpeech();
  const { currency } = useDesk().settings.business;
  const { losses, lasting, today } = forecast;
  const context = { currency, services: page.services, tongue };
  if (losses.length === 0) return <Text size="sm">{tongue.words.forecast.nothing}</Text>;
  const share = shareOfLine(losses, today);
  return (
    <>
      <Text size="sm" c="dimmed">
        {words.credits.forecastLead}
      </Text>
      <ol className={styles.losses}>
        {lossesInWords(losses, context).map(({ lastDay, what, why }) => (
          <li key={`${lastDay} ${why}`}>
            <span>{what}</span>
            <Line share={share(lastDay)} />
            <span className={styles.day}>
              {tongue.words.benefits.lastDay(day(lastDay, today))} · {relativeDay(lastDay, today, tongue.locale)}
            </span>
            {why !== undefined && <span className={styles.why}>{why}</span>}
          </li>
        ))}
      </ol>
      {lastingInWords(lasting, context).map((sentence) => (
        <Text key={sentence} size="sm" c="dimmed">
          {sentence}
        </Text>
      ))}
    </>
  );
}

/** The way from today to the last day, as long as its part of the longest. Says nothing that the words do not say. */
function Line({ share }: { share: number }) {
  const end = `${Math.max(3, share * 100)}%`;
  return (
    <svg className={styles.line} aria-hidden="true" width="100%" height="10">
      <line x1="0" x2="100%" y1="5" y2="5" className={styles.way} />
      <line x1="0" x2={end} y1="5" y2="5" />
      <circle cx={end} cy="5" r="4" />
    </svg>
  );
}
