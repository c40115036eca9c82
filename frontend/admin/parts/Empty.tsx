import { Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import styles from './Empty.module.css';

/** Nothing here yet, and what to do about it. */
export function Empty({ title, text, children }: { title: string; text: string; children?: ReactNode }) {
  return (
    <div className={styles.empty}>
      <Title order={2} size="h4">
        {title}
      </Title>
      <Text size="sm" c="dimmed" maw={420}>
        {text}
      </Text>
      {children}
    </div>
  );
}
