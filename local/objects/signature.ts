import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { Call } from '../protocol/serve.ts';
import { S3Refusal } from './refusal.ts';

/** The key pair every local function signs with. */
export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

const longestExpiry = 604_800;

/**
 * Refuses a presigned URL that is expired, altered or signed by somebody else. The SDK signs by the machine's clock, so
 * `now` (milliseconds) is real time, whatever the local clock says.
 */
export function refuseBadUrl(call: Call, credentials: Credentials, now: number): void {
  const query = call.url.searchParams;
  const scope = scopeOf(query.get('X-Amz-Credential') ?? '', credentials);
  const stamp = query.get('X-Amz-Date') ?? '';
  const seconds = Number(query.get('X-Amz-Expires'));
  if (!(seconds >= 1 && seconds <= longestExpiry)) {
    throw new S3Refusal(
      'AuthorizationQueryParametersError',
      400,
      `X-Amz-Expires must be between 1 and ${longestExpiry} seconds`,
    );
  }
  if (now > parseStamp(stamp) + seconds * 1000) throw new S3Refusal('AccessDenied', 403, 'Request has expired');
  const signed = (query.get('X-Amz-SignedHeaders') ?? 'host').split(';');
  const canonicalQuery = [...query]
    .filter(([name]) => name !== 'X-Amz-Signature')
    .map((pair) => pair.map(encode).join('='))
    .sort()
    .join('&');
  const canonicalRequest = [
    call.method,
    call.url.pathname,
    canonicalQuery,
    ...signed.map((name) => `${name}:${String(call.headers[name] ?? '').trim()}`),
    '',
    signed.join(';'),
    'UNSIGNED-PAYLOAD',
  ].join('\n');
  const digest = createHash('sha256').update(canonicalRequest).digest('hex');
  const text = ['AWS4-HMAC-SHA256', stamp, scope.join('/'), digest].join('\n');
  refuseOtherSignature(text, scope, credentials, query.get('X-Amz-Signature') ?? '');
}

/** Refuses text (a string to sign, or a POST policy) whose signature is not that of the credentials. */
export function refuseOtherSignature(
  text: string,
  scope: readonly string[],
  credentials: Credentials,
  signature: string,
): void {
  const key = scope.reduce<string | Buffer>((secret, part) => hmac(secret, part), `AWS4${credentials.secretAccessKey}`);
  const expected = hmac(key, text);
  const given = Buffer.from(signature, 'hex');
  if (given.length === expected.length && timingSafeEqual(given, expected)) return;
  throw new S3Refusal(
    'SignatureDoesNotMatch',
    403,
    'The request signature we calculated does not match the signature you provided. Check your key and signing method.',
  );
}

/** The date, region, service and terminator of a credential; refuses a key that is not ours. */
export function scopeOf(credential: string, { accessKeyId }: Credentials): readonly string[] {
  const [id, ...scope] = credential.split('/');
  if (id === accessKeyId && scope.length === 4) return scope;
  throw new S3Refusal('InvalidAccessKeyId', 403, 'The AWS Access Key Id you provided does not exist in our records.');
}

function hmac(key: string | Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}

function encode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** Reads `20260301T090000Z`. */
function parseStamp(stamp: string): number {
  return Date.parse(stamp.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'));
}
