import type { ForwardingPolicy, HeadersPolicy, Selection } from './definition.ts';

const none: Selection = { mode: 'none', names: [] };
const all: Selection = { mode: 'all', names: [] };
const only = (...names: string[]): Selection => ({ mode: 'whitelist', names });
const forwardNothing: ForwardingPolicy = { headers: none, cookies: none, queryStrings: none };

/** AWS's own policies that the stacks refer to by id, as the CloudFront developer guide describes them. */
export const managedForwarding: Readonly<Record<string, ForwardingPolicy>> = {
  // CachingDisabled
  '4135ea2d-6df8-44a3-9df3-4b5a84be39ad': forwardNothing,
  // CachingOptimized
  '658327ea-f89d-4fab-a63d-7e88639e58f6': forwardNothing,
  // CachingOptimizedForUncompressedObjects
  'b2884449-e4de-46a7-ac36-70bc7f1ddd6d': forwardNothing,
  // UseOriginCacheControlHeaders
  '83da9c7e-98b4-4e11-a168-04f0df8e2c65': {
    headers: only('host', 'origin', 'x-http-method-override', 'x-http-method', 'x-method-override'),
    cookies: all,
    queryStrings: none,
  },
  // AllViewer
  '216adef6-5c7f-47e4-b989-5492eafa07d3': { headers: all, cookies: all, queryStrings: all },
  // AllViewerExceptHostHeader
  'b689b0a8-53d0-40ab-baf2-68738e2966ac': {
    headers: { mode: 'allExcept', names: ['host'] },
    cookies: all,
    queryStrings: all,
  },
  // CORS-S3Origin
  '88a5eaf4-2fd4-4709-b370-b4c650ea3fcf': {
    headers: only('origin', 'access-control-request-headers', 'access-control-request-method'),
    cookies: none,
    queryStrings: none,
  },
};

const security = (name: string, value: string, override = false) => ({ name, value, override });

export const managedHeaders: Readonly<Record<string, HeadersPolicy>> = {
  // SecurityHeadersPolicy
  '67f7725c-6f97-4210-82d7-5512b31e9d03': {
    headers: [
      security('x-content-type-options', 'nosniff', true),
      security('x-frame-options', 'SAMEORIGIN'),
      security('referrer-policy', 'strict-origin-when-cross-origin'),
      security('strict-transport-security', 'max-age=31536000'),
      security('x-xss-protection', '1; mode=block'),
    ],
    remove: [],
  },
};
