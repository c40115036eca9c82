import { useDesk } from '../app/desk.ts';
import { useWords } from '../app/page.ts';
import { useSend } from '../effects/send.ts';
import { useNotify } from '../parts/Notices.tsx';

/** “Send Portal Invite”: asks for the mail and says to whom it goes. */
export function useInvite(memberId: string, onSent: () => void) {
  const { client } = useDesk();
  const words = useWords().profile;
  const notify = useNotify();
  const inviting = useSend((_: 'invite', idempotencyKey) =>
    client.sendPortalInvite({ path: { memberId }, body: {}, idempotencyKey }),
  );

  async function invite(): Promise<boolean> {
    const reply = await inviting.send('invite');
    if (!reply) return false;
    notify({ text: words.invited(reply.to) });
    onSent();
    return true;
  }
  return { invite, busy: inviting.busy, error: inviting.error };
}
