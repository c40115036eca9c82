import type { Audience, Need, Operation, OperationPart } from '../shared/contract/operation.ts';
import { operations } from '../shared/contract/operations.ts';
import type { Work } from '../shared/contract/work.ts';
import { work } from '../shared/contract/work.ts';

/** One Lambda function, derived from the contract. */
export interface FunctionSpec {
  /** Kebab case; the bundle's folder and the end of the physical name. */
  readonly name: string;
  readonly summary: string;
  /** File under `functions/` without its ending. */
  readonly entry: string;
  readonly needs: readonly Need[];
  readonly timeoutSeconds: number;
  readonly memoryMegabytes: number;
  /** What people lose while it fails. Alarms quote it. */
  readonly errorImpact: string;
}

/** A function that answers operations of the API: those of one audience, or of one part of an audience. */
export interface ApiFunction {
  readonly audience: Audience;
  readonly operations: readonly Operation[];
  readonly spec: FunctionSpec;
}

export const audiences = ['member', 'staff', 'public'] as const satisfies readonly Audience[];

const audienceImpact: Readonly<Record<Audience, string>> = {
  member: 'members cannot see what they have; the front desk still can',
  staff: 'the front desk cannot find clients or take redemptions; write them down and enter them later',
  public: 'nobody can sign in, accept an invitation or set a password; whoever is signed in works on',
};

const partImpact: Readonly<Record<OperationPart, string>> = {
  documents: 'receipts and invoices cannot be downloaded as files; their pages and mails show the same',
};

function apiFunction(audience: Audience, part: OperationPart | undefined): ApiFunction[] {
  const own = Object.values<Operation>(operations[audience]).filter((operation) => operation.part === part);
  if (own.length === 0) return [];
  const id = part === undefined ? audience : `${audience}-${part}`;
  const spec: FunctionSpec = {
    name: `api-${id}`,
    summary: `Answers the ${audience} operations of the API${part === undefined ? '' : ` that make ${part}`}`,
    entry: `http/${id}`,
    needs: [...new Set<Need>([...own.flatMap(({ needs }) => needs), 'origin-secret:read'])],
    // Below CloudFront's 30 s; a person waits for it.
    timeoutSeconds: 10,
    // Lambda's CPU grows with memory: start-up time matters more here than the price of memory.
    memoryMegabytes: 1024,
    errorImpact: part === undefined ? audienceImpact[audience] : partImpact[part],
  };
  return [{ audience, operations: own, spec }];
}

const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** The function of one job or event consumer. */
export function workFunction(name: string, one: Work): FunctionSpec {
  return {
    name: kebab(name),
    summary: one.summary,
    entry: one.entry,
    needs: one.needs,
    timeoutSeconds: one.timeoutSeconds,
    memoryMegabytes: 512,
    errorImpact: one.errorImpact,
  };
}

export const apiFunctions: readonly ApiFunction[] = audiences.flatMap((audience) => [
  ...apiFunction(audience, undefined),
  ...apiFunction(audience, 'documents'),
]);

/** Jobs and consumers with the function that runs each. */
export const workFunctions: readonly { readonly work: Work; readonly spec: FunctionSpec }[] = Object.entries(work).map(
  ([name, one]) => ({ work: one, spec: workFunction(name, one) }),
);

/** Every function of the system. */
export const functionSpecs: readonly FunctionSpec[] = [...apiFunctions, ...workFunctions].map(({ spec }) => spec);
