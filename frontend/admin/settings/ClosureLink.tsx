import { Button, Text } from '@mantine/core';
import { DoorClosed } from 'lucide-react';
import { Link } from 'wouter';
import { useWords } from '../app/page.ts';
import { Section } from '../parts/Section.tsx';

/** The way to closing the whole salon for some days. */
export function ClosureLink() {
  const w = useWords().closure;
  return (
    <Section
      title={w.title}
      aside={
        <Button
          component={Link}
          href="/settings/closure"
          size="compact-sm"
          variant="default"
          leftSection={<DoorClosed size={14} aria-hidden />}
        >
          {w.plan}
        </Button>
      }
    >
      <Text size="xs" c="dimmed">
        {w.settingsHint}
      </Text>
    </Section>
  );
}
