import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import { describe, expect, test } from '@jest/globals';
import { estimateInvoiceId } from '../../shared/domain/ids.ts';
import { sharedAssembly } from './shared-assembly.ts';

const assembly = sharedAssembly('prod-eu');
const stack = 'regulars-prod-eu-web';
const [distribution] = assembly.all('AWS::CloudFront::Distribution');
const config = distribution?.Properties.DistributionConfig;
const behaviours = [{ ...config.DefaultCacheBehavior, PathPattern: '*' }, ...config.CacheBehaviors];

const policies = new Map(
  assembly
    .all('AWS::CloudFront::ResponseHeadersPolicy')
    .map(({ id, Properties }) => [id, Properties.ResponseHeadersPolicyConfig]),
);
const policyOf = (path: string) =>
  policies.get(behaviours.find(({ PathPattern }) => PathPattern === path)?.ResponseHeadersPolicyId.Ref);
const contentPolicy = (path: string): string =>
  assembly.text(stack, policyOf(path).SecurityHeadersConfig.ContentSecurityPolicy.ContentSecurityPolicy);

describe('what a browser is told on every path', () => {
  test('pages, pictures and the API are the only paths', () => {
    expect(behaviours.map(({ PathPattern }) => PathPattern)).toEqual(['*', '/api/*', '/media/*']);
  });

  test.each(['*', '/api/*', '/media/*'])('%s has every security header', (path) => {
    const { SecurityHeadersConfig, CustomHeadersConfig } = policyOf(path);
    expect(SecurityHeadersConfig).toMatchObject({
      ContentTypeOptions: { Override: true },
      FrameOptions: { FrameOption: 'DENY', Override: true },
      ReferrerPolicy: { ReferrerPolicy: 'no-referrer', Override: true },
      StrictTransportSecurity: {
        AccessControlMaxAgeSec: 31536000,
        IncludeSubdomains: true,
        Preload: true,
        Override: true,
      },
    });
    const custom = CustomHeadersConfig.Items.map(({ Header }: { Header: string }) => Header);
    expect(custom).toEqual(expect.arrayContaining(['permissions-policy', 'cross-origin-opener-policy']));
  });

  test.each(['*', '/api/*', '/media/*'])('%s allows nothing inline and no frame', (path) => {
    expect(contentPolicy(path)).toMatch(/^default-src 'none'/);
    expect(contentPolicy(path)).toContain("frame-ancestors 'none'");
    expect(contentPolicy(path)).toContain("base-uri 'none'");
    expect(contentPolicy(path)).not.toMatch(/unsafe|\*|http:/);
  });

  test('pages load only from their own origin, and upload only to our two buckets', () => {
    const [connect] = contentPolicy('*').match(/connect-src [^;]+/) ?? [];
    const upload = (bucket: string) =>
      `https://regulars-prod-eu-${bucket}-<AWS::AccountId>.s3.eu-central-1.<AWS::URLSuffix>`;
    expect(connect).toBe(`connect-src 'self' ${upload('documents')} ${upload('media')}`);
    expect(contentPolicy('*')).toContain("script-src 'self'; style-src 'self'");
  });

  test('an uploaded picture cannot act as a page', () => {
    expect(contentPolicy('/media/*')).toContain('sandbox');
  });
});

describe('the way in', () => {
  test('the API is asked each time, sees what the browser sent, and learns that it came this way', () => {
    const api = behaviours.find(({ PathPattern }) => PathPattern === '/api/*');
    expect(api).toMatchObject({
      ViewerProtocolPolicy: 'https-only',
      AllowedMethods: expect.arrayContaining(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']),
      // CloudFront’s own CachingDisabled and AllViewerExceptHostHeader.
      CachePolicyId: '4135ea2d-6df8-44a3-9df3-4b5a84be39ad',
      OriginRequestPolicyId: 'b689b0a8-53d0-40ab-baf2-68738e2966ac',
    });
    const origin = config.Origins.find(({ Id }: { Id: string }) => Id === api.TargetOriginId);
    expect(origin.OriginCustomHeaders).toContainEqual({
      HeaderName: 'x-origin-verify',
      HeaderValue: '{{resolve:secretsmanager:regulars-prod-eu-origin:SecretString:::}}',
    });
  });

  test('no answer of the API is replaced by a page', () => {
    expect(config.CustomErrorResponses).toBeUndefined();
  });

  test('a firewall stands in front, and limits signing in more than reading', () => {
    const [firewall] = assembly.all('AWS::WAFv2::WebACL');
    expect(firewall?.Properties.Scope).toBe('CLOUDFRONT');
    const limits = firewall?.Properties.Rules.flatMap(
      ({ Statement }: { Statement: { RateBasedStatement?: { Limit: number } } }) =>
        Statement.RateBasedStatement?.Limit ?? [],
    );
    expect(limits).toEqual([3000, 150, 15_000]);
    expect(config.WebACLId).toEqual({
      'Fn::GetStackOutput': expect.objectContaining({ StackName: 'regulars-prod-eu-edge', Region: 'us-east-1' }),
    });
  });
});

describe('the payment provider’s calls', () => {
  test('have a limit of their own, and their bodies are left to the signature', () => {
    const [firewall] = assembly.all('AWS::WAFv2::WebACL');
    const rule = (name: string) =>
      firewall?.Properties.Rules.find(({ Name }: { Name: string }) => Name === name).Statement;
    const webhooks = rule('webhooks-per-address').RateBasedStatement.ScopeDownStatement;
    expect(webhooks.ByteMatchStatement).toMatchObject({
      SearchString: '/api/webhooks/',
      PositionalConstraint: 'STARTS_WITH',
    });
    const others = { NotStatement: { Statement: webhooks } };
    expect(rule('requests-per-address').RateBasedStatement.ScopeDownStatement).toEqual(others);
    expect(rule('AWSManagedRulesCommonRuleSet').ManagedRuleGroupStatement.ScopeDownStatement).toEqual(others);
  });
});

describe('addresses', () => {
  const source = readFileSync(new URL('../../infra/web/pages.js', import.meta.url), 'utf8');
  const pageOf = (uri: string): string => runInNewContext(`${source}; handler({ request: { uri } }).uri`, { uri });

  test.each([
    ['/', '/portal/index.html'],
    ['/portal', '/portal/index.html'],
    ['/portal/credits', '/portal/index.html'],
    ['/anything/else', '/portal/index.html'],
    ['/admin', '/admin/index.html'],
    ['/admin/contacts/m_1', '/admin/index.html'],
    ['/administration', '/portal/index.html'],
    ['/portal/assets/main-abc123.js', '/portal/assets/main-abc123.js'],
    ['/portal/payments/msh_01.3', '/portal/index.html'],
    ['/portal/payments/msh_01.-1', '/portal/index.html'],
    [`/portal/payments/${estimateInvoiceId('est_01')}`, '/portal/index.html'],
    ['/portal/assets/bill.invoices', '/portal/assets/bill.invoices'],
    ['/portal/assets/font-B0.woff2', '/portal/assets/font-B0.woff2'],
    ['/favicon.ico', '/favicon.ico'],
  ])('%s shows %s', (uri, page) => {
    expect(pageOf(uri)).toBe(page);
  });
});
