import type { Call, Reply } from '../protocol/serve.ts';
import { S3Refusal } from './refusal.ts';
import type { StoredObject } from './store.ts';

const overridable = [
  'content-type',
  'content-disposition',
  'content-encoding',
  'content-language',
  'cache-control',
  'expires',
];

/** Answers GetObject and HeadObject: ranges, conditions and the `response-…` parameters of a presigned URL. */
export function serveObject(call: Call, object: StoredObject): Reply {
  const headers: Record<string, string> = {
    ...object.headers,
    etag: object.etag,
    'last-modified': new Date(object.modifiedAt).toUTCString(),
    'accept-ranges': 'bytes',
  };
  for (const name of overridable) {
    const value = call.url.searchParams.get(`response-${name}`);
    if (value !== null) headers[name] = value;
  }
  if (call.headers['if-none-match'] === object.etag) return { status: 304, headers };
  if (call.headers['if-match'] !== undefined && call.headers['if-match'] !== object.etag) {
    throw new S3Refusal('PreconditionFailed', 412, 'At least one of the pre-conditions you specified did not hold');
  }
  const size = object.body.length;
  const range = call.headers.range === undefined ? undefined : parseRange(call.headers.range, size);
  if (!range) return { status: 200, headers: { ...headers, 'content-length': String(size) }, body: object.body };
  const body = object.body.subarray(range.first, range.last + 1);
  const contentRange = `bytes ${range.first}-${range.last}/${size}`;
  return {
    status: 206,
    headers: { ...headers, 'content-length': String(body.length), 'content-range': contentRange },
    body,
  };
}

/** Both ends inclusive; undefined for a header S3 ignores, a refusal for a range outside the object. */
function parseRange(header: string, size: number): { first: number; last: number } | undefined {
  const [, from, to] = /^bytes=(\d*)-(\d*)$/.exec(header) ?? [];
  if (from === undefined || (from === '' && to === '')) return undefined;
  const first = from === '' ? Math.max(0, size - Number(to)) : Number(from);
  const last = from === '' || to === '' ? size - 1 : Math.min(Number(to), size - 1);
  if (first <= last && first < size) return { first, last };
  throw new S3Refusal('InvalidRange', 416, 'The requested range is not satisfiable', {
    RangeRequested: header,
    ActualObjectSize: size,
  });
}
