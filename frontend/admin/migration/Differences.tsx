import type { PlanVersion } from '../../../shared/domain/plan.ts';
import { compareBenefits } from '../../../shared/domain/plan-comparison.ts';
import { isSameKind } from '../../../shared/domain/version-notice.ts';
import { comparedInWords } from '../../../shared/wording/describe-plan-change.ts';
import { useDesk } from '../app/desk.ts';
import { useSpeech } from '../app/page.ts';
import page from '../parts/Page.module.css';
import { priceSentence } from '../plans/plan-words.ts';

interface DifferencesProps {
  readonly to: PlanVersion;
  /** Newest first. */
  readonly earlier: readonly PlanVersion[];
}

/** What each earlier version that somebody may be on becomes: the price, and what is more, less or gone. */
export function Differences({ to, earlier }: DifferencesProps) {
  const { settings } = useDesk();
  const speech = useSpeech();
  const w = speech.words.migration;
  const price = (plan: PlanVersion) => priceSentence(plan, settings.business.tax, speech);
  return (
    <ul className={page.list}>
      {earlier
        .filter((plan) => isSameKind(plan, to))
        .map((plan) => {
          const compared = compareBenefits(plan.benefits, to.benefits).filter(({ verdict }) => verdict !== 'same');
          const benefits = compared.map((one) =>
            comparedInWords(one, { from: plan, to }, settings.services, speech.tongue),
          );
          const parts = [
            plan.price.amount === to.price.amount ? w.samePrice(price(to)) : w.priceInstead(price(to), price(plan)),
            ...(benefits.length === 0 ? [w.sameBenefits] : benefits),
          ];
          return (
            <li key={plan.version}>
              {w.fromVersion(plan.version)} {parts.join(' · ')}
            </li>
          );
        })}
    </ul>
  );
}
