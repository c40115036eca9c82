import * as z from 'zod/mini';
import { Email } from '../../shared/domain/text.ts';
import { keys } from './keys.ts';
import { parseRow, rowOf } from './stored.ts';
import { insert, type Table, type Write } from './table.ts';

/** Seconds that the address is kept for the mail's sake. */
const kept = 24 * 3600;

/** Who wants a new password. Apart from the event, because events hold no personal data and stay. */
export const ResetRequest = z.strictObject({ email: Email, audience: z.enum(['member', 'staff']) });
export type ResetRequest = z.infer<typeof ResetRequest>;

/** `at` is the call's instant in milliseconds. */
export const insertResetRequest = (slug: string, eventId: string, request: ResetRequest, at: number): Write =>
  insert(rowOf(keys.request(slug, eventId), request, { ttl: Math.floor(at / 1000) + kept }));

/** Undefined when it was asked for more than a day ago. */
export async function readResetRequest(table: Table, slug: string, eventId: string): Promise<ResetRequest | undefined> {
  const [row] = await table.read([keys.request(slug, eventId)]);
  return row && parseRow(ResetRequest, row).value;
}
