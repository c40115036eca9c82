import { announce } from '../store/event-writes.ts';
import { insertResetRequest, type ResetRequest } from '../store/reset-request.ts';
import type { Write } from '../store/table.ts';
import type { Visit } from './visit.ts';

/** Asks for a mail with a link to set a new password. Nothing is looked up here: see the consumer of the event. */
export function resetRequestWrites({ slug, at, event }: Visit, asked: ResetRequest): Write[] {
  const requested = event('password_reset.requested', { audience: asked.audience });
  return [insertResetRequest(slug, requested.eventId, asked, at), announce(requested)];
}
