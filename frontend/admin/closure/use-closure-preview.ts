import type { ClosurePreview } from '../../../shared/contract/staff/closure-operations.ts';
import { useDesk } from '../app/desk.ts';
import { useDryRun } from '../effects/dry-run.ts';
import { addParts } from './closure-sum.ts';

export interface ClosureDays {
  readonly from: string;
  readonly lastDay: string;
}

/** What closing on some days would do. */
export function useClosurePreview() {
  const { client } = useDesk();
  return useDryRun<ClosureDays, ClosurePreview>(
    (days, after) => client.previewClosure({ body: { ...days, ...after } }),
    addParts,
  );
}
