import type Stripe from 'stripe';
import { replace } from './books.ts';
import { beginWork, emit, secondsNow, type Work, type World } from './work.ts';

/** Closes a page that nobody has finished. */
export function expireSession(work: Work, session: Stripe.Checkout.Session): Stripe.Checkout.Session {
  const expired = replace(work.books.sessions, session, { status: 'expired', url: null });
  emit(work, 'checkout.session.expired', expired);
  return expired;
}

/** The session as it is now: expired when its time has passed on the clock. */
export function expireIfDue(work: Work, session: Stripe.Checkout.Session): Stripe.Checkout.Session {
  const due = session.status === 'open' && session.expires_at <= secondsNow(work.world);
  return due ? expireSession(work, session) : session;
}

/** Expires every session whose time has passed. */
export function expireSessions(world: World): void {
  for (const account of world.state.books.keys()) {
    const work = beginWork(world, account);
    for (const session of work.books.sessions.values()) expireIfDue(work, session);
  }
}
