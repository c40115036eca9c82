import type { CfnWebACL } from 'aws-cdk-lib/aws-wafv2';

type Rule = CfnWebACL.RuleProperty;

const measured = (metricName: string) => ({
  cloudWatchMetricsEnabled: true,
  sampledRequestsEnabled: true,
  metricName,
});

interface Limits {
  /** Rules of the group that only count. */
  readonly except?: readonly string[];
  /** Which requests it looks at; all unless told. */
  readonly scopeDownStatement?: CfnWebACL.StatementProperty;
}

const managed = (priority: number, name: string, { except = [], ...scope }: Limits = {}): Rule => ({
  name,
  priority,
  overrideAction: { none: {} },
  statement: {
    managedRuleGroupStatement: {
      vendorName: 'AWS',
      name,
      ...scope,
      ruleActionOverrides: except.map((rule) => ({ name: rule, actionToUse: { count: {} } })),
    },
  },
  visibilityConfig: measured(name),
});

const atMost = (
  priority: number,
  name: string,
  limit: number,
  scopeDownStatement?: CfnWebACL.StatementProperty,
): Rule => ({
  name,
  priority,
  action: { block: { customResponse: { responseCode: 429 } } },
  statement: {
    rateBasedStatement: {
      aggregateKeyType: 'IP',
      evaluationWindowSec: 300,
      limit,
      ...(scopeDownStatement ? { scopeDownStatement } : {}),
    },
  },
  visibilityConfig: measured(name),
});

/** Signing in, links and password resets: what somebody would try a list of addresses on. */
const publicWrites: CfnWebACL.StatementProperty = {
  andStatement: {
    statements: [
      {
        regexMatchStatement: {
          regexString: '^/api/[^/]+/public/',
          fieldToMatch: { uriPath: {} },
          textTransformations: [{ priority: 0, type: 'NORMALIZE_PATH' }],
        },
      },
      {
        byteMatchStatement: {
          searchString: 'POST',
          positionalConstraint: 'EXACTLY',
          fieldToMatch: { method: {} },
          textTransformations: [{ priority: 0, type: 'NONE' }],
        },
      },
    ],
  },
};

/** The payment provider's calls: signed, many from few addresses, and in bodies that quote addresses and HTML. */
const webhooks: CfnWebACL.StatementProperty = {
  byteMatchStatement: {
    searchString: '/api/webhooks/',
    positionalConstraint: 'STARTS_WITH',
    fieldToMatch: { uriPath: {} },
    textTransformations: [{ priority: 0, type: 'NORMALIZE_PATH' }],
  },
};
const notWebhooks: CfnWebACL.StatementProperty = { notStatement: { statement: webhooks } };

/**
 * Requests per address in five minutes. A whole salon shares one address: its front desk, its guests' phones and
 * their sessions' renewals must fit.
 */
export const firewallRules: Rule[] = [
  atMost(0, 'requests-per-address', 3000, notWebhooks),
  atMost(1, 'public-writes-per-address', 150, publicWrites),
  // A morning of renewals at full speed tells of 20 payments a second; the provider calls from a dozen addresses.
  atMost(2, 'webhooks-per-address', 15_000, webhooks),
  managed(3, 'AWSManagedRulesAmazonIpReputationList'),
  managed(4, 'AWSManagedRulesKnownBadInputsRuleSet'),
  // Only counted: our own limit on a body is 64 kB, this rule's is 8 kB, and a long note is not an attack.
  managed(5, 'AWSManagedRulesCommonRuleSet', { except: ['SizeRestrictions_BODY'], scopeDownStatement: notWebhooks }),
];
