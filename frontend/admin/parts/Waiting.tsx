import { Skeleton, Stack, VisuallyHidden } from '@mantine/core';
import { useWords } from '../app/page.ts';

/** The shape of what is coming. */
export function Waiting({ lines = 3, height = 16 }: { lines?: number; height?: number }) {
  const words = useWords();
  return (
    <Stack gap="sm" aria-busy>
      <VisuallyHidden role="status">{words.common.loading}</VisuallyHidden>
      {Array.from({ length: lines }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines are all the same
        <Skeleton key={line} height={height} width={`${100 - ((line * 17) % 45)}%`} radius="sm" />
      ))}
    </Stack>
  );
}
