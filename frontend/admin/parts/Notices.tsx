import { Button, CloseButton } from '@mantine/core';
import { CircleAlert, CircleCheck } from 'lucide-react';
import { createContext, type ReactNode, useCallback, useContext, useEffect, useRef, useState } from 'react';
import { useWords } from '../app/page.ts';
import styles from './Notices.module.css';

export interface Notice {
  readonly text: string;
  readonly tone?: 'good' | 'bad';
  readonly action?: { readonly label: string; readonly run: () => void };
}

/** Long enough to read and to reach the button; what it undoes can be undone elsewhere, too. */
const shownFor = 10_000;

const NoticesContext = createContext<(notice: Notice) => void>(() => undefined);

/** Shows a short message that screen readers announce. */
export const useNotify = () => useContext(NoticesContext);

/** One message at a time, at the foot of the page; it waits while the pointer or the focus is on it. */
export function Notices({ children }: { children: ReactNode }) {
  const [notice, setNotice] = useState<(Notice & { readonly id: number }) | undefined>();
  const [held, setHeld] = useState(false);
  const count = useRef(0);
  const words = useWords();

  const show = useCallback((next: Notice) => {
    count.current += 1;
    setHeld(false);
    setNotice({ ...next, id: count.current });
  }, []);
  const close = () => setNotice(undefined);

  useEffect(() => {
    if (!notice || held || notice.tone === 'bad') return undefined;
    const timer = setTimeout(() => setNotice(undefined), shownFor);
    return () => clearTimeout(timer);
  }, [notice, held]);

  return (
    <NoticesContext value={show}>
      {children}
      <div className={styles.place} role="status" aria-live="polite">
        {notice && (
          // biome-ignore lint/a11y/noStaticElementInteractions: hovering only keeps the message from going away
          <div
            key={notice.id}
            className={styles.notice}
            onMouseEnter={() => setHeld(true)}
            onMouseLeave={() => setHeld(false)}
            onFocus={() => setHeld(true)}
            onBlur={() => setHeld(false)}
          >
            {notice.tone === 'bad' ? <CircleAlert size={18} aria-hidden /> : <CircleCheck size={18} aria-hidden />}
            <span className={styles.text}>{notice.text}</span>
            {notice.action && (
              <Button
                size="compact-sm"
                variant="white"
                className={styles.action}
                onClick={() => {
                  close();
                  notice.action?.run();
                }}
              >
                {notice.action.label}
              </Button>
            )}
            <CloseButton size="sm" className={styles.close} onClick={close} aria-label={words.common.dismiss} />
          </div>
        )}
      </div>
    </NoticesContext>
  );
}
