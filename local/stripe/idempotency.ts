import { StripeRefusal } from './refusal.ts';
import type { KeptAnswer, State } from './state.ts';

const kept = 24 * 60 * 60 * 1000;
const longest = 255;

export type Idempotency = ReturnType<typeof createIdempotency>;

/** Remembers what was answered under a key, for 24 hours of the clock. Keys are apart by account. */
export function createIdempotency(state: Pick<State, 'answers'>, now: () => number) {
  const running = new Set<string>();

  function prune(): void {
    const limit = now() - kept;
    for (const [name, answer] of state.answers) {
      if (answer.at > limit) break;
      state.answers.delete(name);
    }
  }

  return {
    /**
     * The earlier answer, or nothing: then the key is taken until `keep` or `release`.
     * @throws {StripeRefusal} 400 `idempotency_error` for another request, 409 while the first one is still running.
     */
    take(name: string, endpoint: string, fingerprint: string): KeptAnswer | undefined {
      const key = name.slice(name.indexOf(' ') + 1);
      if (key.length > longest) {
        throw new StripeRefusal(400, 'idempotency_error', { message: 'Idempotency keys have at most 255 characters.' });
      }
      prune();
      const answer = state.answers.get(name);
      if (answer !== undefined) refuseOther(key, answer, endpoint, fingerprint);
      if (answer !== undefined) return answer;
      if (running.has(name)) {
        throw new StripeRefusal(
          409,
          'idempotency_error',
          {
            code: 'idempotency_key_in_use',
            message: `There is currently another in-progress request using the idempotency key '${key}'.`,
          },
          { 'stripe-should-retry': 'false' },
        );
      }
      running.add(name);
      return undefined;
    },
    keep(name: string, answer: Omit<KeptAnswer, 'at'>): void {
      running.delete(name);
      state.answers.set(name, { ...answer, at: now() });
    },
    release(name: string): void {
      running.delete(name);
    },
  };
}

function refuseOther(key: string, answer: KeptAnswer, endpoint: string, fingerprint: string): void {
  if (answer.endpoint === endpoint && answer.fingerprint === fingerprint) return;
  const what =
    answer.endpoint === endpoint ? 'with the same parameters' : `for the same endpoint ('${answer.endpoint}')`;
  throw new StripeRefusal(400, 'idempotency_error', {
    message: `Keys for idempotent requests can only be used ${what} they were first used with. Use a key other than '${key}' for a different request.`,
  });
}
