import { Progress, Text } from '@mantine/core';
import { useEffect } from 'react';

/** What is at work is looked at again after so many milliseconds. */
const lookAgain = 3_000;

interface AtWorkProps {
  readonly label: string;
  readonly done: number;
  readonly of: number;
  readonly text: string;
  readonly hint: string;
  readonly onTime: () => void;
}

/** How far something is that a job does for everybody; it asks again while it is shown. */
export function AtWork({ label, done, of, text, hint, onTime }: AtWorkProps) {
  useEffect(() => {
    const timer = setInterval(onTime, lookAgain);
    return () => clearInterval(timer);
  }, [onTime]);
  return (
    <>
      <Progress value={(100 * done) / of} aria-label={label} animated />
      <Text size="sm" role="status">
        {text}
      </Text>
      <Text size="sm" c="dimmed">
        {hint}
      </Text>
    </>
  );
}
