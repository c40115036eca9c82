import { ProblemError } from '../../shared/contract/client.ts';

/** Statuses that say that the server broke off: what was asked may have happened all the same. */
const firstUncertainStatus = 500;

/** True for a refusal: nothing happened. After a lost answer or a server's failure nobody knows. */
export const isDefinite = (reason: unknown): boolean =>
  reason instanceof ProblemError && reason.problem.status < firstUncertainStatus;

/**
 * The idempotency keys of one button. An intended effect keeps its key while nobody knows whether it happened: the
 * answer was lost, the person tries again. A definite answer, a yes or a refusal, ends the intent; so does a change of
 * what is asked for, because that is another effect.
 */
export function createIntents(newKey: () => string) {
  let open: { readonly asked: string; readonly key: string } | undefined;
  return {
    /** The key to send `asked` with. */
    keyFor(asked: unknown): string {
      // In an object, because nothing at all has no text of its own.
      const text = JSON.stringify({ asked });
      if (open?.asked !== text) open = { asked: text, key: newKey() };
      return open.key;
    },
    /** A definite answer has come. */
    answered(): void {
      open = undefined;
    },
  };
}
export type Intents = ReturnType<typeof createIntents>;
