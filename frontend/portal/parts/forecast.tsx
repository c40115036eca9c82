import { Hourglass } from 'lucide-preact';
import { lastingInWords, lossesInWords, shareOfLine } from '../../../shared/wording/describe-forecast.ts';
import { formatDay, relativeDay } from '../../../shared/wording/format.ts';
import { usePortal } from '../portal-context.ts';
import type { Own } from '../state/own.ts';

/** What is lost, and when, if nothing is used: each part on a line from today to its last day (000-013, 001-011). */
export function Forecast({ forecast, services, credits }: Pick<Own, 'forecast' | 'services' | 'credits'>) {
  const { business, tongue } = usePortal();
  const { losses, lasting, today } = forecast;
  const words = tongue.words.forecast;
  if (losses.length === 0 && credits.every(({ available }) => available === 0)) return null;
  const context = { currency: business.currency, services, tongue };
  const said = lossesInWords(losses, context);
  const share = shareOfLine(losses, today);
  return (
    <section aria-labelledby="forecast">
      <h2 id="forecast">{words.title}</h2>
      {losses.length === 0 ? (
        <p class="muted">{words.nothing}</p>
      ) : (
        <>
          <p class="muted">{words.lead}</p>
          <ol class="lasts">
            {said.map(({ lastDay, what, why }) => (
              <li key={`${lastDay} ${why}`}>
                <strong>{what}</strong>
                <Line share={share(lastDay)} isSoon={isSoon(lastDay, credits)} />
                <span>
                  {tongue.words.benefits.lastDay(formatDay(lastDay, today, tongue.locale))}
                  {isSoon(lastDay, credits) ? (
                    <span class="soon">
                      <Hourglass aria-hidden="true" size={16} />
                      {relativeDay(lastDay, today, tongue.locale)}
                    </span>
                  ) : (
                    <span class="muted"> · {relativeDay(lastDay, today, tongue.locale)}</span>
                  )}
                </span>
                {why !== undefined && <span class="muted">{why}</span>}
              </li>
            ))}
          </ol>
          {lastingInWords(lasting, context).map((sentence) => (
            <p key={sentence} class="muted">
              {sentence}
            </p>
          ))}
        </>
      )}
    </section>
  );
}

/** By the salon’s own measure of “soon”. */
const isSoon = (lastDay: string, credits: Own['credits']): boolean =>
  credits.some(({ buckets }) => buckets.some(({ expiresOn, expiresSoon }) => expiresSoon && expiresOn === lastDay));

/** The way from today to the last day, as long as its part of the longest. Says nothing that the words do not say. */
function Line({ share, isSoon }: { share: number; isSoon: boolean }) {
  const end = Math.max(3, share * 100);
  return (
    <svg class={isSoon ? 'line near' : 'line'} aria-hidden="true" width="100%" height="12">
      <line x1="0" x2="100%" y1="6" y2="6" class="way" />
      <line x1="0" x2={`${end}%`} y1="6" y2="6" />
      <circle cx={`${end}%`} cy="6" r="5" />
    </svg>
  );
}
