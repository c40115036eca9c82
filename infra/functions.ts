import type { Audience, Need } from '../shared/contract/operation.ts';
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

const audienceImpact: Readonly<Record<Audience, string>> = {
  member: 'members cannot see what they have; the front desk still can',
  staff: 'the front desk cannot find clients or take redemptions; write them down and enter them later',
  public: 'nobody can sign in, accept an invitation or set a password; whoever is signed in works on',
};

function apiFunction(audience: Audience): FunctionSpec {
  const declared = Object.values(operations[audience]).flatMap((operation) => [...operation.needs]);
  return {
    name: `api-${audience}`,
    summary: `Answers the ${audience} operations of the API`,
    entry: `http/${audience}`,
    needs: [...new Set<Need>([...declared, 'origin-secret:read'])],
    // Below CloudFront's 30 s; a person waits for it.
    timeoutSeconds: 10,
    // Lambda's CPU grows with memory: start-up time matters more here than the price of memory.
    memoryMegabytes: 1024,
    errorImpact: audienceImpact[audience],
  };
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

export const audiences = ['member', 'staff', 'public'] as const satisfies readonly Audience[];

export const apiFunctions: Readonly<Record<Audience, FunctionSpec>> = {
  member: apiFunction('member'),
  staff: apiFunction('staff'),
  public: apiFunction('public'),
};

/** Jobs and consumers with the function that runs each. */
export const workFunctions: readonly { readonly work: Work; readonly spec: FunctionSpec }[] = Object.entries(work).map(
  ([name, one]) => ({ work: one, spec: workFunction(name, one) }),
);

/** Every function of the system. */
export const functionSpecs: readonly FunctionSpec[] = [
  ...Object.values(apiFunctions),
  ...workFunctions.map(({ spec }) => spec),
];
