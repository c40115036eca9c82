import type { Reply } from '../protocol/serve.ts';
import { element, xmlReply } from './refusal.ts';
import type { ObjectStore, ObjectSummary } from './store.ts';

/** Answers ListObjectsV2: prefix, delimiter, page size and continuation. */
export function listObjects(bucket: string, query: URLSearchParams, store: ObjectStore): Reply {
  const prefix = query.get('prefix') ?? '';
  const delimiter = query.get('delimiter') ?? '';
  const limit = Math.min(Number(query.get('max-keys') ?? 1000), 1000);
  const token = query.get('continuation-token');
  const after = token ? Buffer.from(token, 'base64url').toString() : (query.get('start-after') ?? '');

  const contents: ObjectSummary[] = [];
  const folders = new Set<string>();
  let last = '';
  let truncated = false;
  for (const each of store.list(bucket, after, prefix)) {
    const folder = folderOf(each.key, prefix, delimiter);
    // A page that ended within a folder has told of it already.
    if (folder !== undefined && (folders.has(folder) || after.startsWith(folder))) continue;
    if (contents.length + folders.size >= limit) {
      truncated = true;
      break;
    }
    if (folder === undefined) contents.push(each);
    else folders.add(folder);
    last = each.key;
  }
  return xmlReply(
    200,
    [
      '<ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/">',
      element('Name', bucket),
      element('Prefix', prefix),
      element('MaxKeys', limit),
      element('KeyCount', contents.length + folders.size),
      element('IsTruncated', String(truncated)),
      truncated ? element('NextContinuationToken', Buffer.from(last).toString('base64url')) : '',
      ...contents.map(describe),
      ...[...folders].map((folder) => `<CommonPrefixes>${element('Prefix', folder)}</CommonPrefixes>`),
      '</ListBucketResult>',
    ].join(''),
  );
}

function folderOf(key: string, prefix: string, delimiter: string): string | undefined {
  const at = delimiter === '' ? -1 : key.indexOf(delimiter, prefix.length);
  return at < 0 ? undefined : key.slice(0, at + delimiter.length);
}

function describe({ key, size, etag, modifiedAt }: ObjectSummary): string {
  const parts = {
    Key: key,
    Size: size,
    ETag: etag,
    LastModified: new Date(modifiedAt).toISOString(),
    StorageClass: 'STANDARD',
  };
  return `<Contents>${Object.entries(parts)
    .map(([name, value]) => element(name, value))
    .join('')}</Contents>`;
}
