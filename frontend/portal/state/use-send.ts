import { useRef, useState } from 'preact/hooks';
import { createSender, type Sender } from '../../common/sender.ts';

/** One effect that a person asks for, as `createSender` sends it. */
export function useSend<Asked, Reply>(call: (asked: Asked, key: string) => Promise<Reply>) {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const sender = useRef<Sender>();
  sender.current ??= createSender({ busy: setBusy, error: setError });
  const sendThrough = sender.current;
  return { send: (asked: Asked) => sendThrough(call, asked), busy, error };
}
