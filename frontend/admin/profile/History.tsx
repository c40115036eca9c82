import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import { useDesk } from '../app/desk.ts';
import { useSpeech } from '../app/page.ts';
import { usePages } from '../effects/pages.ts';
import lines from '../parts/Lines.module.css';
import { Loaded } from '../parts/Loaded.tsx';
import { More } from '../parts/More.tsx';
import { Section } from '../parts/Section.tsx';

/** Who changed what, when; asked for only when somebody wants to know. */
export function History({ memberId }: { memberId: string }) {
  const words = useSpeech().words.profile;
  const [shown, setShown] = useState(false);
  return (
    <Section
      title={words.history}
      aside={
        !shown && (
          <Button size="compact-sm" variant="subtle" onClick={() => setShown(true)}>
            {words.showHistory}
          </Button>
        )
      }
    >
      {shown && <Lines memberId={memberId} />}
    </Section>
  );
}

function Lines({ memberId }: { memberId: string }) {
  const { client, settings } = useDesk();
  const { words, instant } = useSpeech();
  const pages = usePages(
    (cursor) => client.listHistory({ path: { memberId }, query: cursor === undefined ? {} : { cursor } }),
    [client, memberId],
  );
  return (
    <Loaded from={pages}>
      {({ items }) => (
        <>
          {items.length === 0 && (
            <Text size="sm" c="dimmed">
              {words.profile.noHistory}
            </Text>
          )}
          <ul className={lines.lines}>
            {items.map((line) => (
              <li key={line.eventId} className={lines.line}>
                <div className={lines.main}>
                  <span>{words.profile.events[line.type]}</span>
                  <span className={lines.quiet}>
                    {words.profile.by(line.by)} · {instant(line.at, settings.business.timeZone)}
                  </span>
                </div>
              </li>
            ))}
          </ul>
          <More pages={pages} />
        </>
      )}
    </Loaded>
  );
}
