import { useState } from 'react';
import { useDesk } from '../app/desk.ts';
import { useWords } from '../app/page.ts';
import { useSend } from '../effects/send.ts';
import { useNotify } from '../parts/Notices.tsx';
import { declineWords } from './payment-words.ts';

/** Tries the card on file once more and says in place what came of it; the schedule stays (rule D6). */
export function useRetry(path: { readonly memberId: string; readonly invoiceId: string }, onChanged: () => void) {
  const { client } = useDesk();
  const words = useWords().payments;
  const notify = useNotify();
  const [result, setResult] = useState<{ readonly text: string; readonly good: boolean }>();
  const sending = useSend((_: 'retry', idempotencyKey) => client.retryInvoice({ path, body: {}, idempotencyKey }));

  async function send() {
    setResult(undefined);
    const reply = await sending.send('retry');
    if (!reply) return;
    const said = words.result[reply.result];
    if (reply.result === 'paid' || reply.result === 'nothing_due') {
      notify({ text: said });
    } else {
      const last = reply.invoice.attempts.at(-1);
      const why = reply.result === 'declined' && last ? declineWords(last, words) : undefined;
      setResult({ text: [said, why && `${why}.`, words.scheduleStays].filter(Boolean).join(' '), good: false });
    }
    onChanged();
  }
  return { send, result, busy: sending.busy, error: sending.error };
}
