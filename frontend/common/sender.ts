import { createIntents, isDefinite } from './intent.ts';

/** Where a button shows how its effect is doing. `error` is what the last try was rejected with, until the next one. */
export interface Shown {
  readonly busy: (busy: boolean) => void;
  readonly error: (error: unknown) => void;
}

/**
 * Sends what one button asks for, one press at a time: a second press meanwhile is ignored. `call` receives what is asked
 * and the key that makes a repetition harmless. Resolves to undefined when it did not work.
 */
export function createSender(shown: Shown) {
  const keys = createIntents(() => crypto.randomUUID());
  let isUnderWay = false;
  return async <Asked, Reply>(
    call: (asked: Asked, key: string) => Promise<Reply>,
    asked: Asked,
  ): Promise<Reply | undefined> => {
    if (isUnderWay) return undefined;
    isUnderWay = true;
    shown.busy(true);
    shown.error(undefined);
    try {
      const reply = await call(asked, keys.keyFor(asked));
      keys.answered();
      return reply;
    } catch (reason) {
      if (isDefinite(reason)) keys.answered();
      shown.error(reason);
      return undefined;
    } finally {
      isUnderWay = false;
      shown.busy(false);
    }
  };
}
export type Sender = ReturnType<typeof createSender>;
