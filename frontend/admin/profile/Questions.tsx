import { Text } from '@mantine/core';
import { EyeOff } from 'lucide-react';
import { useDesk } from '../app/desk.ts';
import { useWords } from '../app/page.ts';
import { usePages } from '../effects/pages.ts';
import { Loaded } from '../parts/Loaded.tsx';
import { More } from '../parts/More.tsx';
import { Section } from '../parts/Section.tsx';
import { Tag } from '../parts/Tag.tsx';
import { QuestionLines } from '../questions/QuestionLines.tsx';

/** What this client asked in the portal, newest first. */
export function Questions({ memberId }: { memberId: string }) {
  const { client } = useDesk();
  const w = useWords().questions;
  const pages = usePages(
    (cursor) =>
      client.listMemberQuestions({
        path: { memberId },
        query: { limit: 5, ...(cursor === undefined ? {} : { cursor }) },
      }),
    [client, memberId],
  );
  return (
    <Section
      title={w.onProfile}
      aside={
        <Tag tone="quiet">
          <EyeOff size={12} aria-hidden /> {w.only}
        </Tag>
      }
    >
      <Loaded from={pages} lines={1}>
        {({ items }) =>
          items.length === 0 ? (
            <Text size="sm" c="dimmed">
              {w.onProfileNone}
            </Text>
          ) : (
            <QuestionLines items={items} named={false} />
          )
        }
      </Loaded>
      <More pages={pages} />
    </Section>
  );
}
