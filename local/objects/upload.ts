import type { Call, Reply } from '../protocol/serve.ts';
import { refuseAgainstPolicy } from './post-policy.ts';
import { element, S3Refusal, xmlReply } from './refusal.ts';
import { type Credentials, refuseOtherSignature, scopeOf } from './signature.ts';
import type { ObjectStore } from './store.ts';

const servedHeaders = ['content-type', 'cache-control', 'content-disposition', 'content-encoding'];

/** Takes a browser's form upload (presigned POST), exactly as far as its policy allows. */
export async function takeUpload(
  call: Call,
  bucket: string,
  store: ObjectStore,
  credentials: Credentials,
): Promise<Reply> {
  const { fields, file } = await readForm(call);
  const policy = fields.get('policy');
  if (!policy) throw new S3Refusal('AccessDenied', 403, 'Access Denied');
  const scope = scopeOf(fields.get('x-amz-credential') ?? '', credentials);
  refuseOtherSignature(policy, scope, credentials, fields.get('x-amz-signature') ?? '');
  refuseAgainstPolicy(policy, { bucket, fields, size: file.size }, Date.now());
  const key = fields.get('key')?.replaceAll(/\$\{filename\}/g, () => file.name);
  if (!key) throw new S3Refusal('InvalidArgument', 400, "Bucket POST must contain a field named 'key'.");
  const kept = [...fields].filter(([name]) => servedHeaders.includes(name) || name.startsWith('x-amz-meta-'));
  const headers = { 'content-type': 'binary/octet-stream', ...Object.fromEntries(kept) };
  const etag = store.put(bucket, key, new Uint8Array(await file.arrayBuffer()), headers);
  return answer(fields, bucket, key, etag, call);
}

/** The fields before the file, by lower-case name; S3 ignores those behind it. */
async function readForm(call: Call): Promise<{ fields: Map<string, string>; file: File }> {
  const fields = new Map<string, string>();
  for (const [name, value] of await parseForm(call)) {
    if (typeof value !== 'string') return { fields, file: value };
    if (name.toLowerCase() === 'file') return { fields, file: new File([value], '') };
    fields.set(name.toLowerCase(), value);
  }
  throw new S3Refusal('InvalidArgument', 400, 'POST requires exactly one file upload per request.');
}

async function parseForm(call: Call): Promise<FormData> {
  try {
    const headers = { 'content-type': String(call.headers['content-type']) };
    return await new Response(new Uint8Array(call.body), { headers }).formData();
  } catch {
    throw new S3Refusal(
      'MalformedPOSTRequest',
      400,
      'The body of your POST request is not well-formed multipart/form-data.',
    );
  }
}

function answer(fields: ReadonlyMap<string, string>, bucket: string, key: string, etag: string, call: Call): Reply {
  const location = `http://${call.headers.host}/${bucket}/${key.split('/').map(encodeURIComponent).join('/')}`;
  const redirect = fields.get('success_action_redirect');
  if (redirect && URL.canParse(redirect)) {
    const target = new URL(redirect);
    for (const [name, value] of Object.entries({ bucket, key, etag })) target.searchParams.set(name, value);
    return { status: 303, headers: { location: target.href, etag } };
  }
  const status = Number(fields.get('success_action_status'));
  if (status === 201) {
    const parts = { Location: location, Bucket: bucket, Key: key, ETag: etag };
    const body = Object.entries(parts).map(([name, value]) => element(name, value));
    const reply = xmlReply(201, `<PostResponse>${body.join('')}</PostResponse>`);
    return { ...reply, headers: { ...reply.headers, location, etag } };
  }
  return { status: status === 200 ? 200 : 204, headers: { location, etag } };
}
