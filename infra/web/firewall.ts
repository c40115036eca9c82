import type { CfnWebACL } from 'aws-cdk-lib/aws-wafv2';

type Rule = CfnWebACL.RuleProperty;

const measured = (metricName: string) => ({
  cloudWatchMetricsEnabled: true,
  sampledRequestsEnabled: true,
  metricName,
});

const managed = (priority: number, name: string, except: readonly string[] = []): Rule => ({
  name,
  priority,
  overrideAction: { none: {} },
  statement: {
    managedRuleGroupStatement: {
      vendorName: 'AWS',
      name,
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

/**
 * Requests per address in five minutes. A whole salon shares one address: its front desk, its guests' phones and
 * their sessions' renewals must fit.
 */
export const firewallRules: Rule[] = [
  atMost(0, 'requests-per-address', 3000),
  atMost(1, 'public-writes-per-address', 150, publicWrites),
  managed(2, 'AWSManagedRulesAmazonIpReputationList'),
  managed(3, 'AWSManagedRulesKnownBadInputsRuleSet'),
  // Only counted: our own limit on a body is 64 kB, this rule's is 8 kB, and a long note is not an attack.
  managed(4, 'AWSManagedRulesCommonRuleSet', ['SizeRestrictions_BODY']),
];
