import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useWords } from '../app/page.ts';
import { type Unsaved, UnsavedContext } from './unsaved.ts';

/** Asks “Discard changes?” before something typed is lost: by closing, by another page, by Back, with the tab. */
export function UnsavedGuard({ children }: { children: ReactNode }) {
  const words = useWords().common;
  const holders = useRef(new Set<string>());
  const [question, setQuestion] = useState<{ readonly go: () => void; readonly holder: string | undefined }>();

  const mark = useCallback((holder: string, dirty: boolean) => {
    if (dirty) holders.current.add(holder);
    else holders.current.delete(holder);
  }, []);
  const leave = useCallback((go: () => void, holder?: string) => {
    const dirty = holder === undefined ? holders.current.size > 0 : holders.current.has(holder);
    if (dirty) setQuestion({ go, holder });
    else go();
  }, []);
  const unsaved = useMemo<Unsaved>(() => ({ mark, leave, asking: question !== undefined }), [mark, leave, question]);

  useEffect(() => {
    let here = location.href;
    const remember = () => {
      here = location.href;
    };
    function back(event: PopStateEvent) {
      if (holders.current.size === 0) return remember();
      // The address has changed already: put it back before anybody draws the other page, then ask.
      event.stopImmediatePropagation();
      history.pushState(null, '', here);
      leave(() => history.back());
    }
    function closeTab(event: BeforeUnloadEvent) {
      if (holders.current.size > 0) event.preventDefault();
    }
    addEventListener('popstate', back, { capture: true });
    addEventListener('pushState', remember);
    addEventListener('replaceState', remember);
    addEventListener('beforeunload', closeTab);
    return () => {
      removeEventListener('popstate', back, { capture: true });
      removeEventListener('pushState', remember);
      removeEventListener('replaceState', remember);
      removeEventListener('beforeunload', closeTab);
    };
  }, [leave]);

  const keep = () => setQuestion(undefined);
  function discard() {
    if (!question) return;
    if (question.holder === undefined) holders.current.clear();
    else holders.current.delete(question.holder);
    keep();
    question.go();
  }

  return (
    <UnsavedContext value={unsaved}>
      {children}
      <Modal
        opened={question !== undefined}
        onClose={keep}
        // Not Mantine's own: it listens at the window, and the dialog behind would hear the same key.
        closeOnEscape={false}
        onKeyDown={({ key }) => key === 'Escape' && keep()}
        title={words.discardTitle}
        size="24rem"
        centered
        zIndex={300}
        closeButtonProps={{ 'aria-label': words.close }}
      >
        <Stack gap="md">
          <Text size="sm">{words.discardText}</Text>
          <Group justify="flex-end" gap="xs">
            <Button color="red" variant="light" onClick={discard}>
              {words.discard}
            </Button>
            <Button onClick={keep} data-autofocus>
              {words.keepEditing}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </UnsavedContext>
  );
}
