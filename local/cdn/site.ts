import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import type { Handle, HttpRequest, HttpResponse } from '../http/message.ts';

/** One `Custom::CDKBucketDeployment`: a folder that was copied into a bucket. */
export interface Publication {
  readonly folder: string;
  /** Empty, or `prefix/`. */
  readonly prefix: string;
  readonly exclude: readonly string[];
  readonly include: readonly string[];
  readonly cacheControl?: string | undefined;
  readonly contentType?: string | undefined;
  /** Text put in place of CDK's markers for values that are known only at deployment. */
  readonly markers: Readonly<Record<string, string>>;
  /** The text goes into a JSON string. */
  readonly escapesJson: boolean;
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.map': 'application/json',
  '.txt': 'text/plain',
  '.xml': 'application/xml',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.pdf': 'application/pdf',
};

/** The pattern language of `aws s3 sync`: `*` also matches slashes. */
function matches(pattern: string, path: string): boolean {
  const source = pattern
    .replace(/[.+^${}()|\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${source}$`).test(path);
}

function publishes({ exclude, include }: Publication, path: string): boolean {
  return include.some((pattern) => matches(pattern, path)) || !exclude.some((pattern) => matches(pattern, path));
}

/** What S3 says to CloudFront, which may read objects but not list them: whether a key exists stays unknown. */
export const accessDenied: HttpResponse = {
  status: 403,
  headers: { 'content-type': 'application/xml' },
  body: Buffer.from(
    '<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>',
  ),
};

function keyOf(path: string): string | undefined {
  try {
    const key = decodeURIComponent(path).slice(1);
    return normalize(key) === key && !key.startsWith('..') ? key : undefined;
  } catch {
    return undefined;
  }
}

function fill(body: Buffer, { markers, escapesJson }: Publication): Buffer {
  const entries = Object.entries(markers);
  if (entries.length === 0) return body;
  const text = entries.reduce(
    (filled, [marker, value]) => filled.replaceAll(marker, escapesJson ? JSON.stringify(value).slice(1, -1) : value),
    body.toString('utf8'),
  );
  return Buffer.from(text);
}

function isUnchanged(request: HttpRequest, etag: string): boolean {
  const known = request.headers['if-none-match']?.split(/,\s*/).map((one) => one.replace(/^W\//, ''));
  return known?.includes(etag) ?? false;
}

/** Answers from the folders published into a bucket, the last publication first, as the last copy would win. */
export function createSite(publications: readonly Publication[]): Handle {
  const newestFirst = publications.toReversed();

  async function find(key: string): Promise<{ body: Buffer; publication: Publication } | undefined> {
    for (const publication of newestFirst) {
      if (!key.startsWith(publication.prefix)) continue;
      const path = key.slice(publication.prefix.length);
      if (path === '' || !publishes(publication, path)) continue;
      const body = await readFile(join(publication.folder, path)).catch(() => undefined);
      if (body !== undefined) return { body: fill(body, publication), publication };
    }
    return undefined;
  }

  return async (request) => {
    const key = keyOf(request.path);
    const found = key === undefined ? undefined : await find(key);
    if (key === undefined || found === undefined) return accessDenied;
    const { body, publication } = found;
    const etag = `"${createHash('md5').update(body).digest('hex')}"`;
    const headers = {
      etag,
      'content-type': publication.contentType ?? types[extname(key)] ?? 'binary/octet-stream',
      ...(publication.cacheControl === undefined ? {} : { 'cache-control': publication.cacheControl }),
    };
    if (isUnchanged(request, etag)) return { status: 304, headers, body: Buffer.alloc(0) };
    return { status: 200, headers, body };
  };
}
