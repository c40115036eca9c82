import { Text } from '@mantine/core';
import type { MemberPage } from '../../../shared/contract/staff-operations.ts';
import { useSpeech } from '../app/page.ts';
import styles from './RedemptionWords.module.css';
import type { RedemptionPreview } from './redemption.ts';
import type { Wanted } from './subject.ts';
import { useCreditWords } from './use-credit-words.ts';

interface RedemptionWordsProps {
  readonly wanted: Wanted;
  readonly units: number;
  readonly preview: RedemptionPreview;
  readonly page: MemberPage;
  /** Staff chose the credit. */
  readonly chosen: boolean;
}

/** Which credits a redemption takes and what stays. */
export function RedemptionWords({ wanted, units, preview, page, chosen }: RedemptionWordsProps) {
  const { words, day } = useSpeech();
  const { taken } = useCreditWords(page.services);
  const say = (count: number) => taken(wanted.kind, count, wanted.serviceId);
  if (units === 0) return null;
  if (!preview.enough) {
    return (
      <Text c="var(--bad)" role="alert">
        {words.credits.notEnough(say(preview.available))}
      </Text>
    );
  }
  return (
    <ul className={styles.takes}>
      {preview.takes.map(({ bucket, units: share }) => (
        <li key={bucket.bucketId}>
          <strong>{words.credits.takes(say(share))}</strong>
          <span>
            {bucket.expiresOn === undefined
              ? words.credits.takesForever
              : (chosen ? words.credits.takesChosen : words.credits.takesUseBy)(day(bucket.expiresOn, page.today))}
          </span>
        </li>
      ))}
      <li className={styles.after}>{words.credits.remains(say(preview.remains))}</li>
    </ul>
  );
}
