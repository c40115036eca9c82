import { Text } from '@mantine/core';
import type { PausePreview } from '../../../shared/contract/staff/pause-operations.ts';
import type { MemberPage } from '../../../shared/contract/staff-operations.ts';
import type { MembershipView } from '../../../shared/contract/views.ts';
import { creditLines, furtherEffects } from '../../common/pause-effect.ts';
import { useDesk } from '../app/desk.ts';
import { useSpeech } from '../app/page.ts';
import styles from '../parts/Page.module.css';
import { PausePicture } from './PausePicture.tsx';

interface PauseEffectProps {
  readonly page: MemberPage;
  readonly membership: MembershipView;
  readonly preview: PausePreview;
}

/** What will be, exactly as it would be written: the picture, each credit, what it costs (rule P6). */
export function PauseEffect({ page, membership, preview }: PauseEffectProps) {
  const { settings } = useDesk();
  const { words, tongue, money, day } = useSpeech();
  const w = tongue.words.pauses;
  const { today, services } = page;
  const reader = { today, services, currency: settings.business.currency, tongue };
  const credits = creditLines(preview, reader);
  const { pause, upcoming } = preview.membership;
  return (
    <>
      {pause ? (
        <PausePicture membership={preview.membership} today={today} />
      ) : (
        upcoming && <Text size="sm">{w.nextCharge(money(upcoming.amount), day(upcoming.on, today))}</Text>
      )}
      {credits.length > 0 && (
        <div>
          <Text size="sm" fw={600}>
            {words.pauses.left}
          </Text>
          <ul className={styles.list}>
            {credits.map(({ bucketId, what, becomes }) => (
              <li key={bucketId}>
                {what}: {becomes}
              </li>
            ))}
          </ul>
        </div>
      )}
      {furtherEffects(membership, preview, reader).map((line) => (
        <Text key={line} size="sm">
          {line}
        </Text>
      ))}
    </>
  );
}
