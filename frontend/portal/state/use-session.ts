import { useEffect, useState } from 'preact/hooks';
import type { MemberSession } from '../../../shared/contract/views.ts';
import type { Session, SessionState } from '../../common/session.ts';

/** The session’s state, following every change of it. */
export function useSession(session: Session<MemberSession>): SessionState<MemberSession> {
  const [state, setState] = useState(session.state);
  useEffect(() => {
    setState(session.state());
    return session.subscribe(() => setState(session.state()));
  }, [session]);
  return state;
}
