import { type RefObject, useEffect } from 'react';
import { focusable } from './first-problem.ts';

/**
 * When what had the focus made way for this part, puts the focus into it: to `data-autofocus`, else to its first control.
 * A dialog that opens does so itself; one whose inside changes does not.
 */
export function useKeptFocus(part: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    if (document.activeElement !== document.body) return;
    const { current } = part;
    const to =
      current?.querySelector<HTMLElement>('[data-autofocus]') ?? current?.querySelector<HTMLElement>(focusable);
    to?.focus();
  }, [part]);
}
