import { createHash } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import * as z from 'zod/mini';
import { IdempotencyKey } from '../../shared/domain/ids.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import { keys } from '../store/keys.ts';
import { parseRow, rowOf } from '../store/stored.ts';
import { insert, type Key, type Row, type Table, type Write } from '../store/table.ts';

/** Seconds that a reply is remembered: longer than any client keeps trying. */
const rememberedSeconds = 3 * 24 * 3600;

/** `packed` is a long reply's JSON, deflated and in base 64: it names the same ids many times (decision 39). */
const ReplyRow = z.union([
  z.strictObject({ requestHash: z.string(), packed: z.string() }),
  z.strictObject({ requestHash: z.string(), reply: z.unknown() }),
]);
/** Characters of JSON up to which nothing is gained. */
const shortReply = 400;

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
  return { reply: 'packed' in value ? unpacked(value.packed) : value.reply };
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
export function rememberReply(key: Key, requestHash: string, reply: unknown, at: number): Write {
  const text = JSON.stringify(reply) ?? '';
  const said = text.length > shortReply ? { packed: deflateRawSync(text).toString('base64') } : { reply };
  return insert(rowOf(key, { requestHash, ...said }, { ttl: Math.floor(at / 1000) + rememberedSeconds }));
}

const unpacked = (packed: string): unknown =>
  JSON.parse(inflateRawSync(Buffer.from(packed, 'base64')).toString('utf8'));
