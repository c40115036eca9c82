import type { PlanChangePreview } from '../../../shared/contract/plan-change-views.ts';
import type { ServiceView } from '../../../shared/contract/views.ts';
import { capital, creditInWords } from '../../../shared/wording/describe.ts';
import { formatDay, formatTime } from '../../../shared/wording/format.ts';
import { changeRows } from '../../common/plan-change.ts';
import { usePortal } from '../portal-context.ts';

interface Given {
  readonly preview: PlanChangePreview;
  readonly today: string;
  readonly services: readonly ServiceView[];
}

/** What the change means, to the cent and to the day: today, from when, the next bill, what comes at once (rule 3.3.4). */
export function PlanChangeAmounts({ preview, today, services }: Given) {
  const { business, tongue } = usePortal();
  const { planChange: words, benefits } = tongue.words;
  const day = (date: string) => formatDay(date, today, tongue.locale);
  const { membership, grants } = preview;
  const { committedUntil } = membership;
  return (
    <>
      <table class="amounts">
        <tbody>
          {changeRows(preview, today, tongue).map(({ label, value, details, strong }) => (
            <tr key={label} class={strong ? 'strong' : undefined}>
              <th scope="row">
                {label}
                {details.map((detail) => (
                  <span key={detail} class="muted">
                    {detail}
                  </span>
                ))}
              </th>
              <td>{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {grants.length > 0 && (
        <>
          <h3>{words.comesAtOnce}</h3>
          <ul class="ticks">
            {grants.map(({ expiresOn, ...grant }) => (
              <li key={`${grant.kind} ${grant.serviceIds.join()} ${expiresOn}`}>
                {capital(creditInWords(grant, business.currency, services, tongue))} ·{' '}
                {expiresOn === undefined ? benefits.noExpiry : benefits.lastDay(day(expiresOn))}
              </li>
            ))}
          </ul>
        </>
      )}
      <p>{words.keepsOld}</p>
      {committedUntil !== undefined && committedUntil >= membership.period.end && (
        <p>{words.agreedUntil(day(committedUntil))}</p>
      )}
      <p class="muted">{words.holdsUntil(formatTime(preview.expiresAt, business.timeZone, tongue.locale))}</p>
    </>
  );
}
