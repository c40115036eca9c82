import { Title } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import styles from './Section.module.css';

interface SectionProps {
  readonly title: string;
  readonly aside?: ReactNode;
  readonly framed?: boolean;
  readonly children: ReactNode;
}

/** A named part of a page; `framed` for a box, otherwise a rule above is enough. */
export function Section({ title, aside, framed = false, children }: SectionProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={framed ? styles.framed : styles.plain}>
      <div className={styles.head}>
        <Title order={2} id={id} className={styles.title}>
          {title}
        </Title>
        {aside}
      </div>
      {children}
    </section>
  );
}
