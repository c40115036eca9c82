import { Button, Code, Group, Progress, Text } from '@mantine/core';
import { Download } from 'lucide-react';
import { useSpeech } from '../app/page.ts';
import { Failure } from '../parts/Failure.tsx';
import page from '../parts/Page.module.css';
import { Section } from '../parts/Section.tsx';
import { useLedgerDownload } from './use-ledger-download.ts';

/** The owner’s copy of all ledgers, and how anybody checks it. `clients` had one when the last night was closed. */
export function Copy({ clients }: { clients: number | undefined }) {
  const { words, locale } = useSpeech();
  const w = words.ledger;
  const { progress, isDone, busy, error, start, stop } = useLedgerDownload();
  const number = (count: number) => count.toLocaleString(locale);
  const of = Math.max(clients ?? 0, progress.members);
  const isBegun = busy || (error !== undefined && progress.members > 0);
  return (
    <Section title={w.copy}>
      <div className={page.stack}>
        <Text size="sm">{w.copyText}</Text>
        <Group gap="xs">
          <Button leftSection={<Download size={16} aria-hidden />} loading={busy} onClick={start}>
            {isBegun ? w.goOn : w.download}
          </Button>
          {busy && (
            <Button variant="default" onClick={stop}>
              {w.stop}
            </Button>
          )}
        </Group>
        {isBegun && (
          <Progress
            value={of === 0 ? 0 : (progress.members / of) * 100}
            aria-label={w.copying}
            transitionDuration={0}
          />
        )}
        <Text size="sm" role="status">
          {busy && w.copied(number(progress.members), number(of))}
          {isDone && w.done(number(progress.entries))}
        </Text>
        <Failure error={error} />
        <div>
          <Text size="sm" c="dimmed">
            {w.how}
          </Text>
          <Code block tabIndex={0}>
            npm run verify-ledger -- ledger.json
          </Code>
        </div>
      </div>
    </Section>
  );
}
