import { Stack, Text } from '@mantine/core';
import type { MemberPage } from '../../../shared/contract/staff-operations.ts';
import type { MembershipView } from '../../../shared/contract/views.ts';
import { useSpeech } from '../app/page.ts';
import { Failure } from '../parts/Failure.tsx';
import styles from '../parts/Page.module.css';
import { Waiting } from '../parts/Waiting.tsx';
import { Overrule } from './Overrule.tsx';
import { PauseEffect } from './PauseEffect.tsx';
import { isLimit } from './pausing.ts';
import type { Previewing } from './use-preview.ts';

interface PreviewPartProps {
  readonly page: MemberPage;
  readonly membership: MembershipView;
  readonly previewing: Previewing;
}

/** What will happen, or why it cannot: the limit with who may overrule it, or the refusal. */
export function PreviewPart({ page, membership, previewing }: PreviewPartProps) {
  const { tongue } = useSpeech();
  const { load, preview, limit, overruled, setOverruled } = previewing;
  return (
    <>
      {limit !== undefined && <Overrule limit={limit} overruled={overruled} onOverrule={setOverruled} />}
      {load.state === 'failed' && !isLimit(load.error) && <Failure error={load.error} />}
      {load.state === 'loading' && <Waiting lines={3} />}
      {preview && (
        <section className={styles.effect} aria-live="polite" aria-label={tongue.words.pauses.whatHappens}>
          <Stack gap="xs">
            <Text size="sm" fw={600}>
              {tongue.words.pauses.whatHappens}
            </Text>
            <PauseEffect page={page} membership={membership} preview={preview} />
          </Stack>
        </section>
      )}
    </>
  );
}
