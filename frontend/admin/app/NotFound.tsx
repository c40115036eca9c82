import { Button } from '@mantine/core';
import { Link } from 'wouter';
import { Empty } from '../parts/Empty.tsx';
import { useWords } from './page.ts';

export function NotFound() {
  const words = useWords().common;
  return (
    <Empty title={words.notFoundTitle} text={words.notFound}>
      <Button component={Link} href="/contacts" variant="default">
        {words.toContacts}
      </Button>
    </Empty>
  );
}
