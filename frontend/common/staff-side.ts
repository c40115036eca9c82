import { createClient } from '../../shared/contract/client.ts';
import { staffOperations } from '../../shared/contract/staff-operations.ts';
import type { StaffSession } from '../../shared/contract/views.ts';
import { baseUrl, createPublicClient, inLanguage, type Surroundings } from './public-client.ts';
import { createSession, type Session } from './session.ts';
import { tabChannel } from './session-channel.ts';

/** A staff session, the typed client that acts with it, and the one that needs none. */
export function createStaffSide(page: Surroundings) {
  const open = createPublicClient(page);
  const session: Session<StaffSession> = createSession(
    {
      open: (body) => open.openStaffSession({ body }),
      refresh: () => open.refreshStaffSession({ body: {} }),
      end: () => open.endStaffSession({ body: {} }),
    },
    inLanguage(page),
    tabChannel(`staff-session:${page.business}`),
  );
  const client = createClient(staffOperations, { baseUrl, business: page.business, fetch: session.fetch });
  return { public: open, session, client };
}
export type StaffSide = ReturnType<typeof createStaffSide>;
