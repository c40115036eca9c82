import { useEffect, useMemo, useRef } from 'react';
import type { StaffSelf } from '../../../shared/contract/views.ts';
import type { StaffSide } from '../../common/staff-side.ts';
import { isShutOut, watchRefusals } from '../effects/watch-refusals.ts';

/** A window that comes back sooner than this is not asked again. Milliseconds. */
const freshFor = 60_000;

interface Access {
  /** Who the desk takes the person for; undefined until it knows. */
  readonly self: StaffSelf | undefined;
  readonly onChanged: (self: StaffSelf) => void;
  readonly onLost: () => void;
}

/**
 * Notices that access was taken away or changed while the desk is open. Asks who I am again after a refusal that may
 * come from that, and when the window gets the focus back. Answers the client that the desk is to work with.
 */
export function useAccess(client: StaffSide['client'], access: Access): StaffSide['client'] {
  const latest = useRef(access);
  latest.current = access;

  const { check, watched } = useMemo(() => {
    let asking = false;
    async function check() {
      if (asking || !latest.current.self) return;
      asking = true;
      try {
        const now = await client.getStaffSelf({});
        const { self, onChanged } = latest.current;
        if (self && JSON.stringify(now) !== JSON.stringify(self)) onChanged(now);
      } catch (error) {
        // Without an answer the desk stays as it is: the next call will tell.
        if (isShutOut(error)) latest.current.onLost();
      } finally {
        asking = false;
      }
    }
    return { check, watched: watchRefusals(client, () => void check()) };
  }, [client]);

  useEffect(() => {
    let askedAt = performance.now();
    function focused({ timeStamp }: FocusEvent) {
      if (timeStamp - askedAt < freshFor) return;
      askedAt = timeStamp;
      void check();
    }
    addEventListener('focus', focused);
    return () => removeEventListener('focus', focused);
  }, [check]);

  return watched;
}
