import { useRef, useState } from 'react';
import { createSender, type Sender } from '../../common/sender.ts';

export interface Sending<Asked, Reply> {
  readonly send: (asked: Asked) => Promise<Reply | undefined>;
  readonly busy: boolean;
  /** What the last try was rejected with, until the next one. */
  readonly error: unknown;
  readonly clear: () => void;
}

/** One effect that a person asks for, as `createSender` sends it. */
export function useSend<Asked, Reply>(call: (asked: Asked, key: string) => Promise<Reply>): Sending<Asked, Reply> {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const sender = useRef<Sender>(undefined);
  sender.current ??= createSender({ busy: setBusy, error: setError });
  const sendThrough = sender.current;
  return { send: (asked) => sendThrough(call, asked), busy, error, clear: () => setError(undefined) };
}
