import type { ReactNode } from 'react';
import styles from './Tag.module.css';

export type Tone = 'good' | 'care' | 'bad' | 'quiet';

/** A short state in words; the colour only repeats what the word says. */
export function Tag({ tone, children }: { tone: Tone; children: ReactNode }) {
  return (
    <span className={styles.tag} data-tone={tone}>
      {children}
    </span>
  );
}
