import { Infinity as Always, Hourglass, Percent } from 'lucide-preact';
import type { BucketView, CreditGroup, MembershipView, ServiceView } from '../../../shared/contract/views.ts';
import { benefitInWords, capital, creditInWords, periodOf, serviceNames } from '../../../shared/wording/describe.ts';
import { formatDay, formatList, relativeDay } from '../../../shared/wording/format.ts';
import { usePortal } from '../portal-context.ts';
import { alwaysIncluded, areResting, expiringSoon, includedVisitsLeft } from '../state/benefits.ts';

export interface Given {
  readonly today: string;
  readonly memberships: readonly MembershipView[];
  readonly credits: readonly CreditGroup[];
  readonly services: readonly ServiceView[];
}

/** “What you can use”, by service, each part with its last day; what expires soon stands first. */
export function Benefits(given: Given) {
  const { words } = usePortal().tongue;
  const always = alwaysIncluded(given.memberships);
  const visits = includedVisitsLeft(given.credits);
  const resting = areResting(given.memberships);
  return (
    <section aria-labelledby="benefits" class="benefits">
      <h2 id="benefits">{words.page.whatYouCanUse}</h2>
      {visits !== undefined && !resting && <p class="lead">{words.benefits.stillAvailable(visits)}.</p>}
      {resting && <p class="lead">{words.benefits.resting}</p>}
      {!resting && <ExpiringSoon {...given} />}
      {given.credits.length === 0 && always.length === 0 && <p class="muted">{words.page.nothingToUse}</p>}
      <ul class="groups">
        {given.credits.map((group) => (
          <Group key={`${group.kind} ${group.serviceIds.join(' ')}`} group={group} {...given} />
        ))}
      </ul>
      {always.length > 0 && <AlwaysIncluded benefits={always} services={given.services} />}
    </section>
  );
}

function ExpiringSoon({ credits, services, today }: Given) {
  const { business, tongue } = usePortal();
  const { words, locale } = tongue;
  const soon = expiringSoon(credits);
  if (soon.length === 0) return null;
  return (
    <div class="notice soon">
      <Hourglass aria-hidden="true" size={20} />
      <div>
        <ul>
          {soon.map(({ day, parts }) => {
            const what = parts.map((part) => creditInWords(part, business.currency, services, tongue));
            const units = parts.reduce((sum, { kind, units }) => sum + (kind === 'visits' ? units : 1), 0);
            return (
              <li key={day}>
                {words.benefits.expiresOn(
                  formatList(what, locale, 'conjunction'),
                  units,
                  formatDay(day, today, locale),
                )}
                .
              </li>
            );
          })}
        </ul>
        <p>{words.benefits.useBeforeShownDate}.</p>
      </div>
    </div>
  );
}

function Group({ group, memberships, services, today }: Given & { group: CreditGroup }) {
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
        <h3>{words.benefits.remaining(inWords(available), available, period)}</h3>
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

function LastDay({ bucket, today }: { bucket: BucketView; today: string }) {
  const { words, locale } = usePortal().tongue;
  if (bucket.expiresOn === undefined) return <>{words.benefits.noExpiry}</>;
  return (
    <>
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

function AlwaysIncluded(props: { benefits: ReturnType<typeof alwaysIncluded>; services: readonly ServiceView[] }) {
  const { tongue } = usePortal();
  return (
    <>
      <h3 class="small">{tongue.words.benefits.always}</h3>
      <ul class="always">
        {props.benefits.map((benefit) => (
          <li key={benefit.key}>
            {benefit.kind === 'discount' ? (
              <Percent aria-hidden="true" size={18} />
            ) : (
              <Always aria-hidden="true" size={18} />
            )}
            {capital(benefitInWords(benefit, props.services, tongue))}
          </li>
        ))}
      </ul>
    </>
  );
}
