import { useRef, useState } from 'preact/hooks';
import { createIntents, type Intents, isDefinite } from '../../common/intent.ts';

/**
 * One effect that a person asks for. `call` receives what is asked and the key that makes a repetition harmless.
 * `send` resolves to undefined when it did not work: the reason is in `error`. A second press meanwhile is ignored.
 */
export function useSend<Asked, Reply>(call: (asked: Asked, key: string) => Promise<Reply>) {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const underWay = useRef(false);
  const intents = useRef<Intents>();
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
  return { send, busy, error };
}
