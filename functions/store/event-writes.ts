import type { DomainEvent } from '../../shared/domain/events.ts';
import { keys } from './keys.ts';
import { rowOf } from './stored.ts';
import { insert, type Write } from './table.ts';

/**
 * The write that announces a fact. The row is the outbox (the table's stream publishes it) and the audit trail at once:
 * it goes into the same transaction as the change itself and is kept.
 */
export function announce(event: DomainEvent): Write {
  const key =
    event.memberId === undefined
      ? keys.businessEvent(event.business, event.eventId)
      : keys.memberEvent(event.business, event.memberId, event.eventId);
  return insert(rowOf(key, event, { announces: event.type }));
}
