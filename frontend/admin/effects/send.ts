import { useRef, useState } from 'react';
import { createIntents, type Intents, isDefinite } from '../../common/intent.ts';

export interface Sending<Asked, Reply> {
  readonly send: (asked: Asked) => Promise<Reply | undefined>;
  readonly busy: boolean;
  /** What the last try was rejected with, until the next one. */
  readonly error: unknown;
  readonly clear: () => void;
}

/**
 * One effect that a person asks for. `call` receives what is asked and the key that makes a repetition harmless.
 * Resolves to undefined when it did not work: the reason is in `error`. A second press while one is under way is ignored.
 */
export function useSend<Asked, Reply>(call: (asked: Asked, key: string) => Promise<Reply>): Sending<Asked, Reply> {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const underWay = useRef(false);
  const intents = useRef<Intents>(undefined);
  intents.current ??= createIntents(() => crypto.randomUUID());
  const keys = intents.current;

  async function send(asked: Asked): Promise<Reply | undefined> {
    if (underWay.current) return undefined;
    underWay.current = true;
    setBusy(true);
    setError(undefined);
    try {
      const reply = await call(asked, keys.keyFor(asked));
      keys.answered();
      return reply;
    } catch (reason) {
      if (isDefinite(reason)) keys.answered();
      setError(reason);
      return undefined;
    } finally {
      underWay.current = false;
      setBusy(false);
    }
  }
  return { send, busy, error, clear: () => setError(undefined) };
}
