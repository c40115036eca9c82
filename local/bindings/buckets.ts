import type { Resolver } from '../assembly/resolve.ts';
import { record, records, texts } from '../assembly/values.ts';
import type { CorsRule } from '../objects/cors.ts';

/** A bucket and who may use it from a browser; without rules no page may. */
export interface BucketDefinition {
  readonly name: string;
  readonly cors: readonly CorsRule[];
}

/** Puts addresses on this machine in place of the deployment's: `https://*.<domain>` → `http://*.localhost:<port>`. */
function localOrigins(resolver: Resolver, port: number): (origin: string) => string {
  const aliases = resolver
    .resources('AWS::CloudFront::Distribution')
    .flatMap((placed) => texts(record(resolver.properties(placed).DistributionConfig).Aliases));
  const domains = aliases.map((alias) => alias.replace(/^\*\./, ''));
  return (origin) =>
    domains.reduce(
      (text, domain) =>
        text.endsWith(domain) ? text.replace('https:', 'http:').replace(domain, `localhost:${port}`) : text,
      origin,
    );
}

/** The buckets of the assembly. */
export function readBuckets(resolver: Resolver, port: number): BucketDefinition[] {
  const local = localOrigins(resolver, port);
  return resolver.resources('AWS::S3::Bucket').map((placed) => {
    const rules = records(record(resolver.properties(placed).CorsConfiguration).CorsRules);
    return {
      name: resolver.refOf(placed),
      cors: rules.map((rule) => ({
        AllowedOrigins: texts(rule.AllowedOrigins).map(local),
        AllowedMethods: texts(rule.AllowedMethods),
        AllowedHeaders: texts(rule.AllowedHeaders),
        ExposedHeaders: texts(rule.ExposedHeaders),
      })),
    };
  });
}
