import { Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import styles from './Empty.module.css';

interface EmptyProps {
  readonly title: string;
  readonly text: string;
  /** 1 where nothing else names the page. */
  readonly order?: 1 | 2;
  readonly children?: ReactNode;
}

/** Nothing here yet, and what to do about it. */
export function Empty({ title, text, order = 2, children }: EmptyProps) {
  return (
    <div className={styles.empty}>
      <Title order={order} size="h4">
        {title}
      </Title>
      <Text size="sm" c="dimmed" maw={420}>
        {text}
      </Text>
      {children}
    </div>
  );
}
