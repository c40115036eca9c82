import { useEffect, useRef, useState } from 'react';
import type { ClosurePreview } from '../../../shared/contract/staff/closure-operations.ts';
import { useDesk } from '../app/desk.ts';
import { addParts } from './closure-sum.ts';

export interface ClosureDays {
  readonly from: string;
  readonly lastDay: string;
}

/** The dry run so far; `isWhole` once everybody was looked at. */
export interface DryRun {
  readonly days: ClosureDays;
  readonly sum: ClosurePreview | undefined;
  readonly isWhole: boolean;
  readonly error?: unknown;
}

/** Looks at everybody, a part after the other. Other days, and leaving the page, end it. */
export function useClosurePreview() {
  const { client } = useDesk();
  const [run, setRun] = useState<DryRun>();
  const newest = useRef(0);
  useEffect(
    () => () => {
      newest.current += 1;
    },
    [],
  );

  async function look(days: ClosureDays): Promise<void> {
    newest.current += 1;
    const mine = newest.current;
    let sum: ClosurePreview | undefined;
    setRun({ days, sum, isWhole: false });
    try {
      do {
        const part: ClosurePreview = await client.previewClosure({
          body: { ...days, ...(sum?.next === undefined ? {} : { after: sum.next }) },
        });
        if (mine !== newest.current) return;
        sum = addParts(sum, part);
        setRun({ days, sum, isWhole: sum.next === undefined });
      } while (sum.next !== undefined);
    } catch (error) {
      if (mine === newest.current) setRun({ days, sum: undefined, isWhole: false, error });
    }
  }
  return { run, look: (days: ClosureDays) => void look(days) };
}
