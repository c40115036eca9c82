import { createHash } from 'node:crypto';
import * as z from 'zod/mini';
import { IdempotencyKey } from '../../shared/domain/ids.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import { keys } from '../store/keys.ts';
import { parseRow, rowOf } from '../store/stored.ts';
import { insert, type Key, type Row, type Table, type Write } from '../store/table.ts';

/** Seconds that a reply is remembered: longer than any client keeps trying. */
const rememberedSeconds = 3 * 24 * 3600;

const ReplyRow = z.strictObject({ requestHash: z.string(), reply: z.unknown() });

const sha256 = (...parts: string[]) => createHash('sha256').update(JSON.stringify(parts)).digest('base64url');

/** Where the reply to this effect, asked by this caller, is remembered; undefined without a well-formed header. */
export function replyKeyOf(
  slug: string,
  operation: string,
  caller: string,
  header: string | undefined,
): Key | undefined {
  const parsed = IdempotencyKey.safeParse(header);
  return parsed.success ? keys.reply(slug, sha256(operation, caller, parsed.data)) : undefined;
}

/** What exactly was asked: the same key with another request is a mistake of the caller. */
export const requestHashOf = (path: unknown, body: unknown): string =>
  sha256(JSON.stringify(path), JSON.stringify(body ?? null));

/** The reply of the same call before; undefined for a new one. Refuses `idempotency_key_reused` for another call. */
export function replyBefore(row: Row | undefined, requestHash: string): { reply: unknown } | undefined {
  if (row === undefined) return undefined;
  const { value } = parseRow(ReplyRow, row);
  if (value.requestHash !== requestHash) throw new Refusal('idempotency_key_reused');
  return { reply: value.reply };
}

export async function recallReply(
  table: Table,
  key: Key,
  requestHash: string,
): Promise<{ reply: unknown } | undefined> {
  const [row] = await table.read([key]);
  return replyBefore(row, requestHash);
}

/** `at` is the call's instant in milliseconds. */
export const rememberReply = (key: Key, requestHash: string, reply: unknown, at: number): Write =>
  insert(rowOf(key, { requestHash, reply }, { ttl: Math.floor(at / 1000) + rememberedSeconds }));
