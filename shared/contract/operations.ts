import { memberOperations } from './member-operations.ts';
import type { Audience, Operations } from './operation.ts';
import { publicOperations } from './public-operations.ts';
import { staffOperations } from './staff-operations.ts';

/** The whole HTTP API, by audience. */
export const operations = {
  member: memberOperations,
  staff: staffOperations,
  public: publicOperations,
} as const satisfies Readonly<Record<Audience, Operations>>;

export type OperationsOf<A extends Audience> = (typeof operations)[A];
export type OperationName<A extends Audience> = keyof OperationsOf<A> & string;
