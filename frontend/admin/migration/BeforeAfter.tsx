import type { PlanVersion } from '../../../shared/domain/plan.ts';
import { perMonth } from '../../../shared/domain/plan-comparison.ts';
import { useSpeech } from '../app/page.ts';
import styles from './BeforeAfter.module.css';

interface BeforeAfterProps {
  readonly to: PlanVersion;
  /** Minor units, tax included, of one period of each membership that moves. */
  readonly sums: { readonly before: number; readonly after: number };
}

/** What comes in from those who move, now and then, a month: as bars and in words. */
export function BeforeAfter({ to, sums }: BeforeAfterProps) {
  const { words, money } = useSpeech();
  const w = words.migration;
  const most = Math.max(sums.before, sums.after, 1);
  const amount = (minor: number) => money({ ...to.price, amount: perMonth(minor, to.interval) });
  const bar = (label: string, sum: number, className = '') => (
    <div className={styles.pair}>
      <dt>{label}</dt>
      <dd>
        {w.aMonth(amount(sum))}
        <span className={styles.track} aria-hidden>
          <span className={`${styles.bar} ${className}`} style={{ width: `${(100 * sum) / most}%` }} />
        </span>
      </dd>
    </div>
  );
  return (
    <dl className={styles.bars}>
      {bar(w.paysNow, sums.before)}
      {bar(w.paysThen, sums.after, styles.new)}
    </dl>
  );
}
