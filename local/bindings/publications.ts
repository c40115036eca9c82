import type { Resolver } from '../assembly/resolve.ts';
import { record, records, textOrNothing, texts } from '../assembly/values.ts';
import type { Publication } from '../cdn/site.ts';

/** What is copied into each bucket at deployment, in the order of the copies, by bucket name. */
export function readPublications(resolver: Resolver): Map<string, Publication[]> {
  const byBucket = new Map<string, Publication[]>();
  for (const placed of resolver.resources('Custom::CDKBucketDeployment')) {
    const properties = resolver.properties(placed);
    const bucket = String(properties.DestinationBucketName);
    const prefix = textOrNothing(properties.DestinationBucketKeyPrefix)?.replace(/\/*$/, '/') ?? '';
    const metadata = record(properties.SystemMetadata);
    const publications = texts(properties.SourceObjectKeys).map((key, index): Publication => {
      const folder = placed.stack.assets.get(key);
      if (folder === undefined) throw new Error(`The files ${key} for ${bucket} are not among the assets.`);
      const markers = Object.entries(record(records(properties.SourceMarkers)[index]));
      return {
        folder,
        prefix: prefix === '/' ? '' : prefix,
        exclude: texts(properties.Exclude),
        include: texts(properties.Include),
        cacheControl: textOrNothing(metadata['cache-control']),
        contentType: textOrNothing(metadata['content-type']),
        markers: Object.fromEntries(markers.map(([marker, value]) => [marker, String(value)])),
        escapesJson: record(records(properties.SourceMarkersConfig)[index]).jsonEscape === true,
      };
    });
    byBucket.set(bucket, [...(byBucket.get(bucket) ?? []), ...publications]);
  }
  return byBucket;
}
