import { createClient } from '../../shared/contract/client.ts';
import { memberOperations } from '../../shared/contract/member-operations.ts';
import type { MemberSession } from '../../shared/contract/views.ts';
import { baseUrl, createPublicClient, inLanguage, type Surroundings } from './public-client.ts';
import { createSession, type Session } from './session.ts';
import { tabChannel } from './session-channel.ts';

/** A member’s session, the typed client that acts with it, and the one that needs none. */
export function createMemberSide(page: Surroundings) {
  const open = createPublicClient(page);
  const session: Session<MemberSession> = createSession(
    {
      open: (body) => open.openSession({ body }),
      refresh: () => open.refreshSession({ body: {} }),
      end: () => open.endSession({ body: {} }),
    },
    inLanguage(page),
    tabChannel(`member-session:${page.business}`),
  );
  const client = createClient(memberOperations, { baseUrl, business: page.business, fetch: session.fetch });
  return { public: open, session, client };
}
export type MemberSide = ReturnType<typeof createMemberSide>;
