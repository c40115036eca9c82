import type { Resolver } from '../assembly/resolve.ts';

/** Names of the buckets of the assembly. */
export function readBuckets(resolver: Resolver): string[] {
  return resolver.resources('AWS::S3::Bucket').map((placed) => resolver.refOf(placed));
}
