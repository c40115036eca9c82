import type { Resolver } from '../assembly/resolve.ts';
import type { Placed } from '../assembly/template.ts';
import { list, record, records, text, textOrNothing, texts } from '../assembly/values.ts';
import type {
  Behaviour,
  DistributionDefinition,
  EdgeFunctionDefinition,
  ForwardingPolicy,
  HeadersPolicy,
  Origin,
  Selection,
} from '../cdn/definition.ts';
import { readHeadersPolicy } from '../cdn/headers-policy.ts';
import { managedForwarding, managedHeaders } from '../cdn/managed-policies.ts';

function selectionOf(config: Record<string, unknown>, kind: 'Header' | 'Cookie' | 'QueryString'): Selection {
  const part = record(config[`${kind}sConfig`]);
  const behaviour = String(part[`${kind}Behavior`]);
  const names = texts(part[`${kind}s`]).map((name) => (kind === 'Header' ? name.toLowerCase() : name));
  const modes: Record<string, Selection['mode']> = {
    none: 'none',
    all: 'all',
    allViewer: 'all',
    allViewerAndWhitelistCloudFront: 'all',
    whitelist: 'whitelist',
    allExcept: 'allExcept',
  };
  const mode = modes[behaviour];
  if (mode === undefined) throw new Error(`${kind}Behavior ${behaviour} of a CloudFront policy is not known.`);
  return { mode, names };
}

function forwardingOf(config: Record<string, unknown>): ForwardingPolicy {
  return {
    headers: selectionOf(config, 'Header'),
    cookies: selectionOf(config, 'Cookie'),
    queryStrings: selectionOf(config, 'QueryString'),
  };
}

/** The policies and functions that behaviours name, by the value of their `Ref`. */
function library(resolver: Resolver, localise: (header: string) => string) {
  const byRef = <T>(type: string, read: (placed: Placed) => T) =>
    new Map(resolver.resources(type).map((placed) => [resolver.refOf(placed), read(placed)]));
  const property = (placed: Placed, name: string) => record(resolver.properties(placed)[name]);

  const forwarding = new Map<string, ForwardingPolicy>([
    ...Object.entries(managedForwarding),
    ...byRef('AWS::CloudFront::OriginRequestPolicy', (one) => forwardingOf(property(one, 'OriginRequestPolicyConfig'))),
    ...byRef('AWS::CloudFront::CachePolicy', (one) =>
      forwardingOf(record(property(one, 'CachePolicyConfig').ParametersInCacheKeyAndForwardedToOrigin)),
    ),
  ]);
  const headers = new Map<string, HeadersPolicy>([
    ...Object.entries(managedHeaders),
    ...byRef('AWS::CloudFront::ResponseHeadersPolicy', (one) => {
      const policy = readHeadersPolicy(property(one, 'ResponseHeadersPolicyConfig'));
      return { ...policy, headers: policy.headers.map((header) => ({ ...header, value: localise(header.value) })) };
    }),
  ]);
  const functions = byRef('AWS::CloudFront::Function', (one): EdgeFunctionDefinition => {
    const { Name, FunctionCode } = resolver.properties(one);
    return { name: String(Name), code: text(FunctionCode, `The code of ${String(Name)}`) };
  });
  return { forwarding, headers, functions };
}

function known<T>(map: ReadonlyMap<string, T>, id: unknown, what: string): T {
  const found = map.get(String(id));
  if (found === undefined) throw new Error(`${what} ${String(id)} is not known locally.`);
  return found;
}

function behaviourOf(config: Record<string, unknown>, shelf: ReturnType<typeof library>): Behaviour {
  const functions = records(config.FunctionAssociations);
  const on = (event: string) => {
    const arn = functions.find(({ EventType }) => EventType === event)?.FunctionARN;
    return arn === undefined ? undefined : known(shelf.functions, arn, 'The CloudFront function');
  };
  if (list(config.LambdaFunctionAssociations).length > 0) throw new Error('Lambda@Edge is not offered locally.');
  const policies = [config.CachePolicyId, config.OriginRequestPolicyId].filter((id) => id !== undefined);
  const methods = texts(config.AllowedMethods);
  return {
    pathPattern: textOrNothing(config.PathPattern) ?? '*',
    originId: text(config.TargetOriginId, 'A behaviour’s origin'),
    allowedMethods: methods.length > 0 ? methods : ['GET', 'HEAD'],
    compress: config.Compress === true,
    forwards: policies.map((id) => known(shelf.forwarding, id, 'The cache or origin request policy')),
    headersPolicy:
      config.ResponseHeadersPolicyId === undefined
        ? undefined
        : known(shelf.headers, config.ResponseHeadersPolicyId, 'The response headers policy'),
    viewerRequest: on('viewer-request'),
    viewerResponse: on('viewer-response'),
  };
}

function originOf(config: Record<string, unknown>): Origin {
  const headers = records(config.OriginCustomHeaders).map(({ HeaderName, HeaderValue }) => [
    String(HeaderName),
    String(HeaderValue),
  ]);
  return {
    id: String(config.Id),
    domainName: text(config.DomainName, 'An origin’s domain name'),
    path: textOrNothing(config.OriginPath) ?? '',
    customHeaders: Object.fromEntries(headers),
    kind: config.S3OriginConfig === undefined ? 'custom' : 'bucket',
  };
}

/**
 * The distributions of the assembly.
 *
 * @param localise puts addresses on this machine in place of AWS's in the headers of a policy.
 * @throws for a policy or feature that has no local meaning.
 */
export function readDistributions(
  resolver: Resolver,
  localise: (header: string) => string = (header) => header,
): DistributionDefinition[] {
  const shelf = library(resolver, localise);
  return resolver.resources('AWS::CloudFront::Distribution').map((placed) => {
    const config = record(resolver.properties(placed).DistributionConfig);
    const behaviours = [...records(config.CacheBehaviors), record(config.DefaultCacheBehavior)];
    return {
      id: resolver.refOf(placed),
      domainName: String(resolver.attributeOf(placed, 'DomainName')),
      aliases: texts(config.Aliases),
      defaultRootObject: textOrNothing(config.DefaultRootObject) ?? '',
      behaviours: behaviours.map((behaviour) => behaviourOf(behaviour, shelf)),
      origins: new Map(records(config.Origins).map((origin) => [String(origin.Id), originOf(origin)])),
      errorResponses: records(config.CustomErrorResponses).map(({ ErrorCode, ResponseCode, ResponsePagePath }) => ({
        errorCode: Number(ErrorCode),
        responseCode: ResponseCode === undefined ? undefined : Number(ResponseCode),
        pagePath: textOrNothing(ResponsePagePath),
      })),
    };
  });
}
