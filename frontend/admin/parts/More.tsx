import { Button } from '@mantine/core';
import { useWords } from '../app/page.ts';
import type { Pages } from '../effects/pages.ts';
import { Failure } from './Failure.tsx';

/** The way to the rest of a list; nothing on its last page. */
export function More<T>({ pages }: { pages: Pages<T> }) {
  const words = useWords().common;
  return (
    <>
      <Failure error={pages.moreError} />
      {pages.showMore && (
        <Button mt="sm" size="compact-sm" variant="default" loading={pages.loadingMore} onClick={pages.showMore}>
          {words.more}
        </Button>
      )}
    </>
  );
}
