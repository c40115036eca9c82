import type { MembershipView } from '../../../shared/contract/views.ts';
import { pauseTimeline } from '../../common/pause-timeline.ts';
import { usePortal } from '../portal-context.ts';

/** A pause as a bar, as wide as its days, with a line in words for each part: until when all is as now, the pause, the next charge. */
export function PausePicture({ membership, today }: { membership: MembershipView; today: string }) {
  const { parts, marks } = pauseTimeline(membership, today, usePortal().tongue);
  return (
    <div class="pause-picture">
      <div class="stretches" aria-hidden="true">
        {parts.map(({ kind, days }) => (
          <span key={kind} class={kind} style={{ flexGrow: days }} />
        ))}
        {membership.upcoming !== undefined && <span class="end" />}
      </div>
      <ul>
        {marks.map(({ kind, text }) => (
          <li key={text} class={kind}>
            {text}
          </li>
        ))}
      </ul>
    </div>
  );
}
