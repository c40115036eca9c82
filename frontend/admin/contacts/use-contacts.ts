import { useDebouncedValue } from '@mantine/hooks';
import { useEffect, useRef, useState } from 'react';
import type { ContactLine } from '../../../shared/contract/staff-operations.ts';
import { useDesk } from '../app/desk.ts';

export interface ContactsFound {
  readonly lines: readonly ContactLine[] | undefined;
  /** What the lines answer to: while it differs from the field, an answer is on its way. */
  readonly answered: string;
  readonly error: unknown;
  readonly more: boolean;
  readonly loadingMore: boolean;
  readonly showMore: () => void;
  readonly retry: () => void;
}

const pause = 120;
const pageSize = 50;

/** Clients that match what was typed, all by last name when nothing was. Answers to older words are dropped. */
export function useContacts(typed: string): ContactsFound {
  const { client } = useDesk();
  const [words] = useDebouncedValue(typed.trim(), pause);
  const [lines, setLines] = useState<readonly ContactLine[]>();
  const [answered, setAnswered] = useState('');
  const [cursor, setCursor] = useState<string>();
  const [error, setError] = useState<unknown>();
  const [loadingMore, setLoadingMore] = useState(false);
  const [tries, setTries] = useState(0);
  const newest = useRef(0);

  async function ask(from: string | undefined) {
    newest.current += 1;
    const mine = newest.current;
    setError(undefined);
    setLoadingMore(from !== undefined);
    try {
      const page = await client.searchContacts({
        query: {
          limit: pageSize,
          ...(words === '' ? {} : { q: words }),
          ...(from === undefined ? {} : { cursor: from }),
        },
      });
      if (mine !== newest.current) return;
      setLines((before) => (from === undefined ? page.items : [...(before ?? []), ...page.items]));
      setCursor(page.cursor);
      setAnswered(words);
    } catch (reason) {
      if (mine === newest.current) setError(reason);
    } finally {
      if (mine === newest.current) setLoadingMore(false);
    }
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again when the words change or on retry, nothing else
  useEffect(() => {
    void ask(undefined);
    return () => {
      newest.current += 1;
    };
  }, [words, tries]);

  return {
    lines,
    answered,
    error,
    more: cursor !== undefined,
    loadingMore,
    showMore: () => void ask(cursor),
    retry: () => setTries((count) => count + 1),
  };
}
