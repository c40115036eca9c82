import { Duration } from 'aws-cdk-lib';
import {
  type Distribution,
  HeadersFrameOption,
  HeadersReferrerPolicy,
  ResponseHeadersPolicy,
  type ResponseSecurityHeadersBehavior,
} from 'aws-cdk-lib/aws-cloudfront';
import type { Construct } from 'constructs';
import type { SettledStage } from '../stages.ts';
import { physicalName } from '../stages.ts';

/** A Content-Security-Policy as CloudFront sends it. */
export const policyText = (directives: Readonly<Record<string, string>>): string =>
  Object.entries(directives)
    .map(([name, value]) => `${name} ${value}`.trim())
    .join('; ');

/**
 * For the pages. No inline script or style at all; uploads are the only thing that leaves the origin.
 * `uploads` are the origins of the buckets that browsers send files to.
 */
export const pagePolicy = (uploads: readonly string[]): string =>
  policyText({
    'default-src': "'none'",
    'script-src': "'self'",
    'style-src': "'self'",
    'img-src': "'self' data:",
    'font-src': "'self'",
    'connect-src': ["'self'", ...uploads].join(' '),
    'manifest-src': "'self'",
    'worker-src': "'self'",
    'form-action': "'self'",
    'frame-ancestors': "'none'",
    'base-uri': "'none'",
  });

/** For what is never a page: answers of the API, and pictures that somebody uploaded. */
export const nothingPolicy = policyText({
  'default-src': "'none'",
  'frame-ancestors': "'none'",
  'base-uri': "'none'",
  sandbox: '',
});

const securityHeaders = (contentSecurityPolicy: string): ResponseSecurityHeadersBehavior => ({
  contentSecurityPolicy: { contentSecurityPolicy, override: true },
  contentTypeOptions: { override: true },
  frameOptions: { frameOption: HeadersFrameOption.DENY, override: true },
  // A link from a mail carries its token in the fragment, which is never sent; the rest of the address stays here too.
  referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.NO_REFERRER, override: true },
  strictTransportSecurity: {
    accessControlMaxAge: Duration.days(365),
    includeSubdomains: true,
    preload: true,
    override: true,
  },
});

const always = { 'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()' };
const alone = { 'cross-origin-opener-policy': 'same-origin', 'cross-origin-resource-policy': 'same-origin' };
// Mails show the salon’s logo from here.
const embeddable = { 'cross-origin-opener-policy': 'same-origin', 'cross-origin-resource-policy': 'cross-origin' };

/** Security headers of every path of the distribution. */
export interface HeaderPolicies {
  readonly pages: ResponseHeadersPolicy;
  readonly api: ResponseHeadersPolicy;
  readonly media: ResponseHeadersPolicy;
}

/** One policy for each kind of answer that the {@link Distribution} gives. */
export function headerPolicies(scope: Construct, stage: SettledStage, uploads: readonly string[]): HeaderPolicies {
  const policy = (name: string, csp: string, headers: Readonly<Record<string, string>>) =>
    new ResponseHeadersPolicy(scope, `${name}-headers`, {
      responseHeadersPolicyName: physicalName(stage, name),
      securityHeadersBehavior: securityHeaders(csp),
      customHeadersBehavior: {
        customHeaders: Object.entries({ ...always, ...headers }).map(([header, value]) => ({
          header,
          value,
          override: true,
        })),
      },
    });
  return {
    pages: policy('pages', pagePolicy(uploads), alone),
    api: policy('api', nothingPolicy, alone),
    media: policy('media', nothingPolicy, embeddable),
  };
}
