import { Button, Group, Kbd, Title, VisuallyHidden } from '@mantine/core';
import { UserPlus } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useDesk } from '../app/desk.ts';
import { useWords } from '../app/page.ts';
import { useTitle } from '../app/use-title.ts';
import { Empty } from '../parts/Empty.tsx';
import { Failure } from '../parts/Failure.tsx';
import { Waiting } from '../parts/Waiting.tsx';
import { AddClient } from './AddClient.tsx';
import { ContactRow } from './ContactRow.tsx';
import styles from './ContactsPage.module.css';
import { openFirst, useSearch } from './search.ts';
import { useContacts } from './use-contacts.ts';

/** Finds a client at the first keystroke; without words, everybody by last name (002-007, 002-008). */
export function ContactsPage() {
  const { may } = useDesk();
  const words = useWords();
  useTitle(words.contacts.title);
  const { typed, entered, setEntered } = useSearch();
  const [adding, setAdding] = useState(false);
  const found = useContacts(typed);
  const { lines, answered, more } = found;
  const add = may('clients.write');
  const fresh = lines !== undefined && answered === typed.trim();

  useEffect(() => {
    if (!entered || !fresh) return;
    setEntered(false);
    openFirst();
  }, [entered, fresh, setEntered]);

  return (
    <>
      <div className={styles.head}>
        <Title order={1} size="h3">
          {words.contacts.title}
        </Title>
        {add && (
          <Button size="compact-md" leftSection={<UserPlus size={16} aria-hidden />} onClick={() => setAdding(true)}>
            {words.contacts.addClient}
          </Button>
        )}
      </div>
      <VisuallyHidden role="status">{lines && words.contacts.found(lines.length, more)}</VisuallyHidden>
      <Failure error={found.error} retry={found.retry} />
      {lines === undefined && found.error === undefined && <Waiting lines={8} height={28} />}
      {lines?.length === 0 &&
        (answered === '' ? (
          <Empty title={words.contacts.emptyTitle} text={words.contacts.empty}>
            {add && <Button onClick={() => setAdding(true)}>{words.contacts.addClient}</Button>}
          </Empty>
        ) : (
          <Empty title={words.contacts.nobodyTitle(answered)} text={words.contacts.nobody}>
            {add && (
              <Button variant="default" onClick={() => setAdding(true)}>
                {words.contacts.addNamed(answered)}
              </Button>
            )}
          </Empty>
        ))}
      {lines && lines.length > 0 && (
        <>
          <ul className={styles.list} aria-label={words.contacts.list}>
            {lines.map((line, place) => (
              <ContactRow key={line.memberId} line={line} first={place === 0 && typed !== ''} />
            ))}
          </ul>
          <Group justify="space-between" mt="md" className={styles.foot}>
            {more ? (
              <Button variant="default" loading={found.loadingMore} onClick={found.showMore}>
                {words.common.more}
              </Button>
            ) : (
              <span>{words.contacts.found(lines.length, more)}</span>
            )}
            <span className={styles.keys} aria-hidden>
              <Kbd size="xs">↑</Kbd> <Kbd size="xs">↓</Kbd> {words.contacts.keys}
            </span>
          </Group>
        </>
      )}
      <AddClient opened={adding} onClose={() => setAdding(false)} typed={answered} />
    </>
  );
}
