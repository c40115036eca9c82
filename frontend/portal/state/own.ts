import type { ReplyOf } from '../../../shared/contract/handlers.ts';
import type { memberOperations } from '../../../shared/contract/member-operations.ts';

/** What the signed-in screens stand on: the dashboard’s answer, and how to ask for it again. */
export interface Own extends ReplyOf<(typeof memberOperations)['getDashboard']> {
  readonly reload: () => void;
}
