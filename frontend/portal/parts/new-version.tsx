import { CalendarClock } from 'lucide-preact';
import { useId } from 'preact/hooks';
import { Link } from 'wouter-preact';
import type { MembershipView } from '../../../shared/contract/views.ts';
import { addDays } from '../../../shared/domain/calendar.ts';
import { compareBenefits } from '../../../shared/domain/plan-comparison.ts';
import { comparedInWords } from '../../../shared/wording/describe-plan-change.ts';
import { priceInWords } from '../../../shared/wording/describe-price.ts';
import { formatDay } from '../../../shared/wording/format.ts';
import { usePortal } from '../portal-context.ts';
import { canCancel, cancelScreen } from '../state/cancellation.ts';
import type { Own } from '../state/own.ts';

/** A new version of the plan that the member waits for, if there is one: it has no way back but to leave (rule PC2). */
export function ComingVersion({ membership, own }: { membership: MembershipView; own: Own }) {
  const { pendingChange } = membership;
  return pendingChange?.reason === 'new_version' ? (
    <NewVersion membership={membership} coming={pendingChange} own={own} />
  ) : null;
}

/** From when, what it costs, what is different, how to leave. */
function NewVersion(props: {
  membership: MembershipView;
  coming: NonNullable<MembershipView['pendingChange']>;
  own: Own;
}) {
  const { business, tongue } = usePortal();
  const { newVersion: words } = tongue.words;
  const id = useId();
  const { membership, coming, own } = props;
  const { plan } = membership;
  const { plan: to, effectiveOn } = coming;
  const day = (date: string) => formatDay(date, own.today, tongue.locale);
  const price = priceInWords(to, to.rules.tax, tongue);
  const isSamePrice = to.rules.gross === plan.rules.gross;
  const different = compareBenefits(plan.benefits, to.benefits).filter(({ verdict }) => verdict !== 'same');
  const titles = isSamePrice
    ? ([words.newTerms, words.newTermsAfterPause] as const)
    : ([words.newPrice, words.newPriceAfterPause] as const);
  return (
    <section class="attention wait" aria-labelledby={id}>
      <h2 id={id}>
        <CalendarClock aria-hidden="true" size={22} />
        <span>{effectiveOn === undefined ? titles[1] : titles[0](day(effectiveOn))}</span>
      </h2>
      <p class="price">
        {isSamePrice ? words.samePrice(price) : words.priceInstead(price, priceInWords(plan, plan.rules.tax, tongue))}
      </p>
      {different.length === 0 && <p>{words.sameBenefits}</p>}
      {different.length > 0 && (
        <ul class="ticks">
          {different.map((one) => {
            const line = comparedInWords(one, { from: plan, to }, own.services, tongue);
            return (
              <li key={line} class={one.after === undefined ? 'gone' : undefined}>
                {line}
              </li>
            );
          })}
        </ul>
      )}
      <p>{words.untilThen}</p>
      {membership.cancelledFor === undefined && (
        <>
          <p>{effectiveOn === undefined ? words.cancelBeforeBill : words.cancelBy(day(addDays(effectiveOn, -1)))}</p>
          {canCancel(membership, business.features) ? (
            <Link href={cancelScreen(membership)} class="secondary">
              {words.cancel}
            </Link>
          ) : (
            <p>{words.throughSalon}</p>
          )}
        </>
      )}
    </section>
  );
}
