import { Button } from '@mantine/core';
import { Link } from 'wouter';
import { Empty } from '../parts/Empty.tsx';
import { useWords } from './page.ts';
import { useTitle } from './use-title.ts';

export function NotFound() {
  const words = useWords().common;
  useTitle(words.notFoundTitle);
  return (
    <Empty order={1} title={words.notFoundTitle} text={words.notFound}>
      <Button component={Link} href="/contacts" variant="default">
        {words.toContacts}
      </Button>
    </Empty>
  );
}
