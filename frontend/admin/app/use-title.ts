import { useEffect } from 'react';
import { usePage } from './page.ts';

/** Names the page in the browser's tab and history: “Anna Berg · Aurora”. */
export function useTitle(title: string): void {
  const salon = usePage().business?.name ?? 'Regulars';
  useEffect(() => {
    document.title = title === salon ? salon : `${title} · ${salon}`;
  }, [title, salon]);
}
