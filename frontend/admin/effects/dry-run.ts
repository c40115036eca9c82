import { useEffect, useRef, useState } from 'react';

/** A dry run so far; `isWhole` once everybody was looked at. */
export interface DryRun<Asked, Sum> {
  readonly asked: Asked;
  readonly sum: Sum | undefined;
  readonly isWhole: boolean;
  readonly error?: unknown;
}

/** Looks at everybody, a part after the other. Something else asked for, and leaving the page, end it. */
export function useDryRun<Asked, Part extends { readonly next?: string | undefined }>(
  ask: (asked: Asked, after: { readonly after?: string }) => Promise<Part>,
  add: (sum: Part | undefined, part: Part) => Part,
) {
  const [run, setRun] = useState<DryRun<Asked, Part>>();
  const newest = useRef(0);
  useEffect(
    () => () => {
      newest.current += 1;
    },
    [],
  );

  async function look(asked: Asked): Promise<void> {
    newest.current += 1;
    const mine = newest.current;
    let sum: Part | undefined;
    setRun({ asked, sum, isWhole: false });
    try {
      do {
        const part: Part = await ask(asked, sum?.next === undefined ? {} : { after: sum.next });
        if (mine !== newest.current) return;
        sum = add(sum, part);
        setRun({ asked, sum, isWhole: sum.next === undefined });
      } while (sum.next !== undefined);
    } catch (error) {
      if (mine === newest.current) setRun({ asked, sum: undefined, isWhole: false, error });
    }
  }
  return { run, look: (asked: Asked) => void look(asked) };
}
