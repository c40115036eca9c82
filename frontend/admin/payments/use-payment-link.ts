import { useDesk } from '../app/desk.ts';
import { useWords } from '../app/page.ts';
import { useSend } from '../effects/send.ts';
import { useNotify } from '../parts/Notices.tsx';

/** Sends the link that lets a client put a card on file without logging in, or makes the sent ones stop working. */
export function usePaymentLink(memberId: string, onChanged: () => void) {
  const { client } = useDesk();
  const words = useWords().payments;
  const notify = useNotify();
  const path = { memberId };
  const sending = useSend((_: 'link', idempotencyKey) => client.sendPaymentLink({ path, body: {}, idempotencyKey }));
  const voiding = useSend((_: 'void', idempotencyKey) => client.voidPaymentLinks({ path, body: {}, idempotencyKey }));

  async function send() {
    const reply = await sending.send('link');
    if (!reply) return;
    notify({ text: words.linkOnItsWay(reply.to) });
    onChanged();
  }
  async function makeVoid() {
    if (!(await voiding.send('void'))) return false;
    notify({ text: words.linksVoided });
    onChanged();
    return true;
  }
  return { send, makeVoid, busy: sending.busy || voiding.busy, error: sending.error ?? voiding.error };
}
