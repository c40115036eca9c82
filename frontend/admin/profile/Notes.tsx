import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { EyeOff } from 'lucide-react';
import { type FormEvent, type KeyboardEvent, useState } from 'react';
import { useDesk } from '../app/desk.ts';
import { useSpeech } from '../app/page.ts';
import { usePages } from '../effects/pages.ts';
import { useSend } from '../effects/send.ts';
import { Failure } from '../parts/Failure.tsx';
import lines from '../parts/Lines.module.css';
import { Loaded } from '../parts/Loaded.tsx';
import { More } from '../parts/More.tsx';
import { useNotify } from '../parts/Notices.tsx';
import { Section } from '../parts/Section.tsx';
import { Tag } from '../parts/Tag.tsx';

/** What colleagues should know; marked as theirs alone (002-022). */
export function Notes({ memberId }: { memberId: string }) {
  const { client, may, settings } = useDesk();
  const { words, instant } = useSpeech();
  const pages = usePages(
    (cursor) => client.listNotes({ path: { memberId }, query: cursor === undefined ? {} : { cursor } }),
    [client, memberId],
  );
  return (
    <Section
      title={words.profile.notes}
      aside={
        <Tag tone="quiet">
          <EyeOff size={12} aria-hidden /> {words.profile.notesOnly}
        </Tag>
      }
    >
      <Stack gap="sm">
        {may('notes.write') && (
          <NewNote
            memberId={memberId}
            onAdded={(note) => pages.replace((now) => ({ ...now, items: [note, ...now.items] }))}
          />
        )}
        <Loaded from={pages} lines={2}>
          {({ items }) =>
            items.length === 0 ? (
              <Text size="sm" c="dimmed">
                {words.profile.noNotes}
              </Text>
            ) : (
              <ul className={lines.lines}>
                {items.map((note) => (
                  <li key={note.noteId} className={lines.line}>
                    <div className={lines.main}>
                      <p className={lines.written}>{note.text}</p>
                      <span className={lines.quiet}>
                        {note.by} · {instant(note.writtenAt, settings.business.timeZone)}
                      </span>
                    </div>
                  </li>
                ))}
              </ul>
            )
          }
        </Loaded>
        <More pages={pages} />
      </Stack>
    </Section>
  );
}

type Note = Awaited<ReturnType<ReturnType<typeof useDesk>['client']['addNote']>>;

function NewNote({ memberId, onAdded }: { memberId: string; onAdded: (note: Note) => void }) {
  const { client } = useDesk();
  const words = useSpeech().words.profile;
  const notify = useNotify();
  const [text, setText] = useState('');
  const adding = useSend((body: { text: string }, idempotencyKey) =>
    client.addNote({ path: { memberId }, body, idempotencyKey }),
  );

  async function add(event?: FormEvent) {
    event?.preventDefault();
    if (text.trim() === '') return;
    const note = await adding.send({ text });
    if (!note) return;
    setText('');
    notify({ text: words.noteAdded });
    onAdded(note);
  }
  function press(event: KeyboardEvent) {
    if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) void add();
  }

  return (
    <form onSubmit={(event) => void add(event)}>
      <Stack gap="xs">
        <Textarea
          aria-label={words.noteLabel}
          placeholder={words.notePlaceholder}
          rows={2}
          maxLength={2000}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          onKeyDown={press}
        />
        <Failure error={adding.error} sent />
        {text.trim() !== '' && (
          <Group justify="flex-end">
            <Button type="submit" size="compact-md" loading={adding.busy}>
              {words.addNote}
            </Button>
          </Group>
        )}
      </Stack>
    </form>
  );
}
