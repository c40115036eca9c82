import { GetObjectCommand, S3Client, S3ServiceException } from '@aws-sdk/client-s3';
import type { Resolver } from './assembly/resolve.ts';
import { readApis } from './bindings/apis.ts';
import { readDistributions } from './bindings/distributions.ts';
import { readPublications } from './bindings/publications.ts';
import type { Origin } from './cdn/definition.ts';
import { createDistribution } from './cdn/distribution.ts';
import type { Placement } from './cdn/front.ts';
import { accessDenied, createSite } from './cdn/site.ts';
import { createHttpApi } from './http/api.ts';
import type { Handle } from './http/message.ts';
import type { LocalClock } from './ports.ts';
import type { Services } from './services.ts';

/** Reads a bucket that functions and browsers write to, for the CDN. */
function createBucketOrigin(bucket: string, client: S3Client): Handle {
  return async ({ path }) => {
    const Key = decodeURIComponent(path).slice(1);
    try {
      const found = await client.send(new GetObjectCommand({ Bucket: bucket, Key }));
      const headers = Object.entries({
        'content-type': found.ContentType,
        'cache-control': found.CacheControl,
        etag: found.ETag,
        'last-modified': found.LastModified?.toUTCString(),
      }).filter((entry): entry is [string, string] => entry[1] !== undefined);
      return {
        status: 200,
        headers: Object.fromEntries(headers),
        body: Buffer.from((await found.Body?.transformToByteArray()) ?? []),
      };
    } catch (error) {
      if (error instanceof S3ServiceException) return accessDenied;
      throw error;
    }
  };
}

export interface Web {
  /** The HTTP API itself, past the CDN. */
  readonly api: Handle;
  readonly placements: readonly Placement[];
  close(): void;
}

/** Connects the distributions with the APIs and buckets behind them. */
export function createWeb(
  resolver: Resolver,
  services: Services,
  clock: LocalClock,
  reveal: (text: string) => Promise<string>,
): Web {
  const { lambda, cognito, objects } = services;
  const client = new S3Client({
    endpoint: objects.endpoint,
    region: 'eu-west-1',
    forcePathStyle: true,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  const definitions = readApis(resolver, cognito.issuerOf);
  const apis = new Map(definitions.map((one) => [one.id, createHttpApi(one, { invoker: lambda, clock })]));
  const byDomain = new Map(definitions.map(({ id, domainName }) => [domainName, apis.get(id)]));

  const publications = readPublications(resolver);
  const buckets = resolver.resources('AWS::S3::Bucket').map((placed) => ({
    name: resolver.refOf(placed),
    domainNames: ['DomainName', 'RegionalDomainName'].map((name) => String(resolver.attributeOf(placed, name))),
  }));

  function originOf({ id, kind, domainName }: Origin): Handle {
    const api = byDomain.get(domainName);
    if (api !== undefined) return api;
    const bucket = buckets.find(({ domainNames }) => domainNames.includes(domainName))?.name;
    if (kind !== 'bucket' || bucket === undefined)
      throw new Error(`The origin ${id} at ${domainName} has no local meaning.`);
    const published = publications.get(bucket);
    return published === undefined ? createBucketOrigin(bucket, client) : createSite(published);
  }

  // Pages send files straight to a bucket: the security policy must name where it is on this machine.
  function localise(header: string): string {
    const named = buckets.flatMap(({ domainNames }) => domainNames);
    return named
      .reduce((text, domainName) => text.replaceAll(`https://${domainName}`, objects.endpoint), header)
      .replace(/;?\s*upgrade-insecure-requests/, '');
  }

  const onLog = (functionName: string, text: string) =>
    lambda.logs.add({ at: clock.now(), functionName, requestId: '', text });
  const placements = readDistributions(resolver, localise).map((definition) => ({
    definition,
    handle: createDistribution(definition, { originOf, reveal, onLog }),
  }));
  const [api] = apis.values();
  if (api === undefined) throw new Error('The assembly has no HTTP API.');
  return { api, placements, close: () => client.destroy() };
}
