import * as z from 'zod/mini';
import { DomainEvent } from '../../shared/domain/events.ts';

/** What EventBridge puts on a queue; `time` is when it took the event. */
export const Envelope = z.object({ time: z.iso.datetime(), detail: DomainEvent });
