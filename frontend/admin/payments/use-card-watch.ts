import { useEffect, useRef, useState } from 'react';
import type { MemberPage } from '../../../shared/contract/staff-operations.ts';
import { useDesk } from '../app/desk.ts';
import { type Billing, type CardUpdateOutcome, outcomeOf } from './open-payments.ts';

/** How often to look while the card page is open on another device; this tab hears nothing of it. Milliseconds. */
const lookEvery = 5_000;

/** Looks at the client again when the tab gets the focus back, and now and then, until something has changed. */
export function useCardWatch(memberId: string, before: Billing, onPage: (page: MemberPage) => void) {
  const { client } = useDesk();
  const [outcome, setOutcome] = useState<CardUpdateOutcome>();
  const [looking, setLooking] = useState(false);
  const [looked, setLooked] = useState(false);
  const [error, setError] = useState<unknown>();
  const underWay = useRef(false);
  const closed = useRef(false);

  async function look(asked: boolean) {
    if (underWay.current) return;
    underWay.current = true;
    if (asked) setLooking(true);
    try {
      const page = await client.getMember({ path: { memberId } });
      const found = page.billing && outcomeOf(before, page.billing);
      if (closed.current) return;
      setError(undefined);
      if (asked) setLooked(true);
      if (!found?.changed) return;
      setOutcome(found);
      onPage(page);
    } catch (reason) {
      // A look that nobody asked for is tried again by itself.
      if (asked && !closed.current) setError(reason);
    } finally {
      underWay.current = false;
      setLooking(false);
    }
  }
  const newest = useRef(look);
  newest.current = look;

  useEffect(() => {
    closed.current = false;
    if (outcome) return undefined;
    const focused = () => void newest.current(true);
    const timer = setInterval(() => document.visibilityState === 'visible' && void newest.current(false), lookEvery);
    addEventListener('focus', focused);
    return () => {
      closed.current = true;
      clearInterval(timer);
      removeEventListener('focus', focused);
    };
  }, [outcome]);
  return { outcome, looking, looked, error, look };
}
