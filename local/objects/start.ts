import type { LocalService } from '../ports.ts';
import { type Call, type Reply, serve } from '../protocol/serve.ts';
import { uploadedBytes } from './body.ts';
import { anyOrigin, type CorsRule, corsHeaders, preflight } from './cors.ts';
import { listObjects } from './list.ts';
import { S3Refusal } from './refusal.ts';
import { serveObject } from './serve-object.ts';
import { type Credentials, refuseBadUrl } from './signature.ts';
import { type ObjectStore, openObjectStore } from './store.ts';
import { takeUpload } from './upload.ts';

export interface ObjectsOptions {
  /** Names, or names with the CORS rules of the stacks; a bare name allows any origin. */
  readonly buckets: readonly (string | { readonly name: string; readonly cors: readonly CorsRule[] })[];
  /** Keeps the objects across restarts. */
  readonly dataFolder?: string;
  /** The key that presigned URLs and POST policies must be signed with. */
  readonly credentials?: Credentials;
}

/**
 * Serves S3: put, get, head, delete and list objects, presigned URLs, and presigned POST with its policy enforced. Own
 * code rather than a package: those at hand take a POST without looking at its policy, and listen on every interface.
 */
export async function startObjects(options: ObjectsOptions): Promise<LocalService> {
  const credentials = options.credentials ?? { accessKeyId: 'local', secretAccessKey: 'local' };
  const rules = new Map(
    options.buckets.map((each) =>
      typeof each === 'string' ? ([each, anyOrigin] as const) : ([each.name, each.cors] as const),
    ),
  );
  const store = openObjectStore(options.dataFolder);
  const service = await serve(async (call) => {
    let cors: readonly CorsRule[] | undefined;
    try {
      const { bucket, key } = locate(call, rules);
      cors = rules.get(bucket);
      if (!cors)
        throw new S3Refusal('NoSuchBucket', 404, 'The specified bucket does not exist', { BucketName: bucket });
      if (call.method === 'OPTIONS') return preflight(call, cors);
      const reply = await answer(call, bucket, key, store, credentials);
      return { ...reply, headers: { ...reply.headers, ...corsHeaders(call, cors) } };
    } catch (error) {
      if (!(error instanceof S3Refusal)) throw error;
      const reply = error.reply();
      return { ...reply, headers: { ...reply.headers, ...corsHeaders(call, cors ?? []) } };
    }
  });
  return {
    endpoint: service.endpoint,
    close: async () => {
      await service.close();
      store.close();
    },
  };
}

/** Bucket and key from the path, or the bucket from the host name (`bucket.localhost`) and the key from the path. */
function locate(call: Call, buckets: ReadonlyMap<string, unknown>): { bucket: string; key: string } {
  const path = decode(call.url.pathname.slice(1));
  const [hostName = ''] = String(call.headers.host ?? '').split(':');
  const label = hostName.split('.').slice(0, -1).join('.');
  if (buckets.has(label)) return { bucket: label, key: path };
  const [bucket = '', ...key] = path.split('/');
  return { bucket, key: key.join('/') };
}

async function answer(
  call: Call,
  bucket: string,
  key: string,
  store: ObjectStore,
  credentials: Credentials,
): Promise<Reply> {
  const form = String(call.headers['content-type'] ?? '').startsWith('multipart/form-data');
  if (call.method === 'POST' && key === '' && form) return takeUpload(call, bucket, store, credentials);
  if (call.url.searchParams.has('X-Amz-Signature')) refuseBadUrl(call, credentials, Date.now());
  else if (!call.headers.authorization?.startsWith('AWS4-')) throw new S3Refusal('AccessDenied', 403, 'Access Denied');

  if (key === '' && call.method === 'HEAD') return { status: 200 };
  if (key === '' && call.method === 'GET') return listObjects(bucket, call.url.searchParams, store);
  if (key !== '' && (call.method === 'GET' || call.method === 'HEAD')) {
    const object = store.get(bucket, key);
    if (!object) throw new S3Refusal('NoSuchKey', 404, 'The specified key does not exist.', { Key: key });
    return serveObject(call, object);
  }
  if (key !== '' && call.method === 'PUT') return put(call, bucket, key, store);
  if (key !== '' && call.method === 'DELETE') {
    store.remove(bucket, key);
    return { status: 204 };
  }
  throw new S3Refusal('NotImplemented', 501, `${call.method} is not offered here by the local S3.`);
}

function put(call: Call, bucket: string, key: string, store: ObjectStore): Reply {
  if (call.headers['x-amz-copy-source'] || call.url.searchParams.has('uploadId')) {
    throw new S3Refusal('NotImplemented', 501, 'Copies and multipart uploads are not offered by the local S3.');
  }
  if (call.headers['if-none-match'] === '*' && store.get(bucket, key)) {
    throw new S3Refusal('PreconditionFailed', 412, 'At least one of the pre-conditions you specified did not hold');
  }
  const kept = ['content-type', 'cache-control', 'content-disposition', 'content-encoding', 'content-language'];
  const headers = Object.entries(call.headers).filter(
    ([name]) => kept.includes(name) || name.startsWith('x-amz-meta-'),
  );
  const served = Object.fromEntries(
    headers.map(([name, value]) => [name, String(value).replace(/^aws-chunked,?/, '')]),
  );
  if (served['content-encoding'] === '') delete served['content-encoding'];
  const etag = store.put(bucket, key, uploadedBytes(call), { 'content-type': 'application/octet-stream', ...served });
  return { status: 200, headers: { etag } };
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    throw new S3Refusal('InvalidURI', 400, "Couldn't parse the specified URI.");
  }
}
