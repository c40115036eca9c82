import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Headers, HttpRequest, HttpResponse } from '../http/message.ts';

const compressors = {
  // Level 5 is what a CDN can afford; 11 would take seconds for a large script.
  br: (body: Buffer) => promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
  gzip: (body: Buffer) => promisify(gzip)(body),
};
type Encoding = keyof typeof compressors;

const compressible =
  /^(text\/|application\/(json|javascript|xml|manifest\+json|problem\+json|wasm)|image\/svg\+xml|font\/)/;
// CloudFront leaves anything smaller or larger alone.
const smallest = 1_000;
const largest = 10_000_000;
const remembered = 200;

function encodingFor(request: HttpRequest): Encoding | undefined {
  const accepted = request.headers['accept-encoding'] ?? '';
  if (/\bbr\b/.test(accepted)) return 'br';
  return /\bgzip\b/.test(accepted) ? 'gzip' : undefined;
}

function shouldCompress({ status, headers, body }: HttpResponse): boolean {
  const type = String(headers['content-type'] ?? '');
  return (
    status !== 304 &&
    headers['content-encoding'] === undefined &&
    body.length >= smallest &&
    body.length <= largest &&
    compressible.test(type)
  );
}

function varyOf(headers: Headers): string {
  const before = headers.vary;
  return before === undefined ? 'Accept-Encoding' : `${String(before)}, Accept-Encoding`;
}

/** Makes the compressor of a distribution: Brotli before gzip, and the same bytes are compressed once. */
export function createCompressor(): (request: HttpRequest, response: HttpResponse) => Promise<HttpResponse> {
  const known = new Map<string, Promise<Buffer>>();
  return async (request, response) => {
    if (!shouldCompress(response)) return response;
    const vary = varyOf(response.headers);
    const encoding = encodingFor(request);
    if (encoding === undefined) return { ...response, headers: { ...response.headers, vary } };
    const key = `${encoding}:${createHash('sha1').update(response.body).digest('base64')}`;
    const body = known.get(key) ?? compressors[encoding](response.body);
    known.delete(key);
    known.set(key, body);
    const oldest = known.size > remembered ? known.keys().next().value : undefined;
    if (oldest !== undefined) known.delete(oldest);
    const { etag, ...headers } = response.headers;
    return {
      ...response,
      headers: {
        ...headers,
        vary,
        'content-encoding': encoding,
        // A compressed copy is equal in meaning, not in bytes.
        ...(typeof etag === 'string' ? { etag: etag.startsWith('W/') ? etag : `W/${etag}` } : {}),
      },
      body: await body,
    };
  };
}
