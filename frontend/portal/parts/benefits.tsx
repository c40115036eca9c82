import { Infinity as Always, Hourglass, Percent } from 'lucide-preact';
import type { ServiceView } from '../../../shared/contract/views.ts';
import { benefitInWords, capital, creditInWords } from '../../../shared/wording/describe.ts';
import { formatDay, formatList } from '../../../shared/wording/format.ts';
import { usePortal } from '../portal-context.ts';
import { alwaysIncluded, areResting, expiringSoon, type Given, includedVisitsLeft } from '../state/benefits.ts';
import { BenefitGroup } from './benefit-group.tsx';

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
          <BenefitGroup key={`${group.kind} ${group.serviceIds.join(' ')}`} group={group} {...given} />
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
