import { ProblemError } from '../../../shared/contract/client.ts';

type AnyClient = Readonly<Record<string, (call: never) => Promise<unknown>>>;

/** True for an answer that a person gets whose access was taken away or changed, among others. */
export const isShutOut = (error: unknown): boolean =>
  error instanceof ProblemError && (error.problem.status === 403 || error.problem.status === 404);

/** The same client; whenever it is answered 403 or 404, `refused` hears of it before the caller does. */
export function watchRefusals<C extends AnyClient>(client: C, refused: () => void): C {
  const watch = (call: AnyClient[string]) => (given: never) =>
    call(given).catch((error: unknown) => {
      if (isShutOut(error)) refused();
      throw error;
    });
  return Object.fromEntries(Object.entries(client).map(([name, call]) => [name, watch(call)])) as unknown as C;
}
