import { CloseButton, Kbd, TextInput } from '@mantine/core';
import { Search as Glass } from 'lucide-react';
import { type KeyboardEvent, useEffect } from 'react';
import { useLocation } from 'wouter';
import { useWords } from '../app/page.ts';
import styles from './SearchBox.module.css';
import { step, useSearch } from './search.ts';

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
const isDialogOpen = () => document.querySelector('[role="dialog"][aria-modal="true"]') !== null;

/** The search of the whole desk: on every page, focused at the start, one key away afterwards. */
export function SearchBox() {
  const { typed, setTyped, setEntered, field } = useSearch();
  const [path, navigate] = useLocation();
  const words = useWords();
  const onContacts = path === '/contacts';

  useEffect(() => {
    // On a phone the keyboard would cover half of the page before anybody asked.
    if (onContacts && matchMedia('(pointer: fine)').matches) field.current?.focus();
  }, [onContacts, field]);

  useEffect(() => {
    function listen(event: globalThis.KeyboardEvent) {
      const slash = event.key === '/' && !isTyping(event.target);
      const k = event.key.toLowerCase() === 'k' && (event.metaKey || event.ctrlKey);
      if ((!slash && !k) || isDialogOpen()) return;
      event.preventDefault();
      field.current?.focus();
      field.current?.select();
    }
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [field]);

  function change(text: string) {
    setTyped(text);
    setEntered(false);
    if (!onContacts) navigate('/contacts');
  }

  function press(event: KeyboardEvent) {
    if (event.key === 'ArrowDown') step(1, field.current);
    else if (event.key === 'Enter') {
      if (onContacts) setEntered(true);
      else navigate('/contacts');
    } else if (event.key === 'Escape' && typed !== '') setTyped('');
    else return;
    event.preventDefault();
  }

  return (
    <search className={styles.search}>
      <TextInput
        ref={field}
        type="search"
        aria-label={words.shell.search}
        placeholder={words.shell.searchHint}
        autoComplete="off"
        spellCheck={false}
        variant="filled"
        value={typed}
        onChange={(event) => change(event.currentTarget.value)}
        onKeyDown={press}
        leftSection={<Glass size={16} aria-hidden />}
        rightSection={
          typed === '' ? (
            <Kbd size="xs" className={styles.key} aria-hidden>
              /
            </Kbd>
          ) : (
            <CloseButton
              size="sm"
              aria-label={words.common.dismiss}
              onClick={() => {
                setTyped('');
                field.current?.focus();
              }}
            />
          )
        }
      />
    </search>
  );
}
