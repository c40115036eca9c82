import { Hourglass, Plus } from 'lucide-preact';
import type { BucketView, CreditGroup } from '../../../shared/contract/views.ts';
import { capital, creditInWords, periodOf, serviceNames } from '../../../shared/wording/describe.ts';
import { formatDay, relativeDay } from '../../../shared/wording/format.ts';
import { usePortal } from '../portal-context.ts';
import type { Given } from '../state/benefits.ts';
import { Why } from './why.tsx';

/** What is left for some services, in one sentence; each part with its own last day where there are several. */
export function BenefitGroup(props: Given & { group: CreditGroup; memberId: string }) {
  const { group, memberId, memberships, services, today } = props;
  const { business, tongue } = usePortal();
  const { words } = tongue;
  const { kind, serviceIds, available } = group;
  const buckets = group.buckets.filter((bucket) => bucket.available > 0);
  const inWords = (units: number) => creditInWords({ kind, units, serviceIds }, business.currency, services, tongue);
  const period = periodOf(buckets.length > 0 ? buckets : group.buckets, memberships);
  const [only, ...others] = buckets;
  return (
    <li>
      {only === undefined ? (
        <p class="muted">{words.benefits.noneRemaining(serviceNames(serviceIds, services, tongue), period)}.</p>
      ) : (
        <h3>
          {words.benefits.remaining(inWords(available), available, period)}{' '}
          <Why group={group} memberId={memberId} today={today} services={services} />
        </h3>
      )}
      {only !== undefined && others.length === 0 && (
        <p class="until">
          <LastDay bucket={only} today={today} />
        </p>
      )}
      {others.length > 0 && (
        <ul class="parts">
          {buckets.map((bucket) => (
            <li key={bucket.bucketId}>
              <span>{capital(inWords(bucket.available))}</span>
              <span class="until">
                <LastDay bucket={bucket} today={today} />
              </span>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

/** Until when, and from whom where no plan includes it. */
function LastDay({ bucket, today }: { bucket: BucketView; today: string }) {
  const { words, locale } = usePortal().tongue;
  const fromSalon = bucket.source.kind === 'staff' && (
    <span class="from">
      <Plus aria-hidden="true" size={16} />
      {words.benefits.fromSalon}
    </span>
  );
  if (bucket.expiresOn === undefined) {
    return (
      <>
        {fromSalon}
        {words.benefits.noExpiry}
      </>
    );
  }
  return (
    <>
      {fromSalon}
      {words.benefits.lastDay(formatDay(bucket.expiresOn, today, locale))}
      {bucket.expiresSoon ? (
        <strong class="soon">
          <Hourglass aria-hidden="true" size={16} />
          {words.benefits.expiresSoon}
        </strong>
      ) : (
        <span class="muted"> · {relativeDay(bucket.expiresOn, today, locale)}</span>
      )}
    </>
  );
}
