import { Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { usePage } from '../app/page.ts';
import { useTitle } from '../app/use-title.ts';
import styles from './Door.module.css';

/** A page outside the desk: the salon's name, one thing to do. */
export function Door({ title, text, children }: { title: string; text?: string; children?: ReactNode }) {
  const { business, speech } = usePage();
  useTitle(title);
  return (
    <main className={styles.door}>
      <div className={styles.panel}>
        {business && (
          <p className={styles.business}>
            <span className={styles.mark} style={{ backgroundColor: business.brand.colour }} aria-hidden />
            <span>
              {business.name}
              <span className={styles.team}>{speech.words.doors.team}</span>
            </span>
          </p>
        )}
        <div className={styles.words}>
          <Title order={1} size="h3">
            {title}
          </Title>
          {text && <Text c="dimmed">{text}</Text>}
        </div>
        {children}
      </div>
    </main>
  );
}
