import { Stack, type StackProps } from 'aws-cdk-lib';
import { Certificate, CertificateValidation } from 'aws-cdk-lib/aws-certificatemanager';
import { HostedZone } from 'aws-cdk-lib/aws-route53';
import { CfnWebACL } from 'aws-cdk-lib/aws-wafv2';
import type { Construct } from 'constructs';
import type { Deployment } from '../constructs/function.ts';
import { physicalName } from '../stages.ts';
import { firewallRules } from '../web/firewall.ts';

/** What CloudFront accepts only from us-east-1, wherever the rest of the stage is: certificate and firewall. */
export class EdgeStack extends Stack {
  readonly certificate: Certificate;
  readonly firewallArn: string;

  constructor(scope: Construct, id: string, { stage }: Deployment, props: StackProps) {
    super(scope, id, props);
    const zone = HostedZone.fromHostedZoneAttributes(this, 'Zone', {
      hostedZoneId: stage.hostedZoneId,
      zoneName: stage.domain,
    });
    this.certificate = new Certificate(this, 'Certificate', {
      domainName: stage.domain,
      subjectAlternativeNames: [`*.${stage.domain}`],
      validation: CertificateValidation.fromDns(zone),
    });
    const firewall = new CfnWebACL(this, 'Firewall', {
      name: physicalName(stage, 'firewall'),
      scope: 'CLOUDFRONT',
      defaultAction: { allow: {} },
      visibilityConfig: {
        cloudWatchMetricsEnabled: true,
        sampledRequestsEnabled: true,
        metricName: physicalName(stage, 'firewall'),
      },
      rules: firewallRules,
    });
    this.firewallArn = firewall.attrArn;
  }
}
