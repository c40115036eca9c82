import type { MembershipView } from '../../../shared/contract/views.ts';
import type { LocalDate } from '../../../shared/domain/time.ts';
import { pauseTimeline } from '../../common/pause-timeline.ts';
import { useSpeech } from '../app/page.ts';
import styles from './PausePicture.module.css';

/** A pause as a bar, as wide as its days, with a line in words for each part: until when all is as now, the pause, the next charge. */
export function PausePicture({ membership, today }: { membership: MembershipView; today: LocalDate }) {
  const { tongue } = useSpeech();
  const { parts, marks } = pauseTimeline(membership, today, tongue);
  return (
    <div className={styles.picture}>
      <div className={styles.bar} aria-hidden>
        {parts.map(({ kind, days }) => (
          <span key={kind} className={styles[kind]} style={{ flexGrow: days }} />
        ))}
        {membership.upcoming && <span className={styles.end} />}
      </div>
      <ul className={styles.marks}>
        {marks.map(({ kind, text }) => (
          <li key={text} className={styles[kind]}>
            {text}
          </li>
        ))}
      </ul>
    </div>
  );
}
