import { Infinity as Always, Hourglass, Percent } from 'lucide-preact';
import type { MembershipView, ServiceView } from '../../../shared/contract/views.ts';
import { benefitInWords, capital, creditInWords } from '../../../shared/wording/describe.ts';
import { includedInWords } from '../../../shared/wording/describe-plan.ts';
import { usedUpInWords } from '../../../shared/wording/describe-used-up.ts';
import { formatDay, formatList } from '../../../shared/wording/format.ts';
import { usePortal } from '../portal-context.ts';
import { alwaysIncluded, areResting, expiringSoon, type Given, includedVisitsLeft } from '../state/benefits.ts';
import { startingLater, usedUp } from '../state/counted.ts';
import { BenefitGroup } from './benefit-group.tsx';

/** “What you can use”, by service, each part with its last day; what expires soon stands first. */
export function Benefits(given: Given & { memberId: string }) {
  const { words } = usePortal().tongue;
  const always = alwaysIncluded(given.memberships);
  const visits = includedVisitsLeft(given.credits, given.memberships);
  const resting = areResting(given.memberships);
  const used = usedUp(given.memberships, given.credits, given.today);
  const later = startingLater(given.memberships, given.today);
  const nothing = given.credits.length + always.length + used.length + later.length === 0;
  return (
    <section aria-labelledby="benefits" class="benefits">
      <h2 id="benefits">{words.page.whatYouCanUse}</h2>
      {visits !== undefined && !resting && <p class="lead">{words.benefits.stillAvailable(visits)}.</p>}
      {resting && given.credits.length > 0 && <p class="lead">{words.benefits.resting}</p>}
      {!resting && <ExpiringSoon {...given} />}
      {nothing && <p class="muted">{words.page.nothingToUse}</p>}
      <ul class="groups">
        {given.credits.map((group) => (
          <BenefitGroup key={`${group.kind} ${group.serviceIds.join(' ')}`} group={group} {...given} />
        ))}
        <UsedUp {...given} />
      </ul>
      {later.map((membership) => (
        <StartsLater key={membership.membershipId} membership={membership} {...given} />
      ))}
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
        <p>{words.benefits.dayShownCounts}</p>
      </div>
    </div>
  );
}

function UsedUp({ memberships, credits, services, today }: Given) {
  const { tongue } = usePortal();
  return (
    <>
      {usedUp(memberships, credits, today).map(({ benefit, nextOn }) => (
        <li key={benefit.key}>
          {usedUpInWords(benefit, nextOn && formatDay(nextOn, today, tongue.locale), services, tongue)}
        </li>
      ))}
    </>
  );
}

function StartsLater({ membership, services, today }: Given & { membership: MembershipView }) {
  const { tongue } = usePortal();
  const { plan, since } = membership;
  return (
    <>
      <h3 class="small">{tongue.words.page.includedFrom(formatDay(since, today, tongue.locale))}</h3>
      <ul class="ticks">
        {includedInWords(plan, services, tongue).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
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
