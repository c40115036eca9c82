import { Stack, type StackProps } from 'aws-cdk-lib';
import { EventBus } from 'aws-cdk-lib/aws-events';
import { PublicHostedZone, TxtRecord } from 'aws-cdk-lib/aws-route53';
import {
  ConfigurationSet,
  ConfigurationSetTlsPolicy,
  EmailIdentity,
  EmailSendingEvent,
  EventDestination,
  Identity,
  SuppressionReasons,
} from 'aws-cdk-lib/aws-ses';
import type { Construct } from 'constructs';
import type { Deployment } from '../constructs/function.ts';
import type { Mail } from '../constructs/resources.ts';
import { physicalName } from '../stages.ts';

/** Sending mail as `no-reply@<domain>`, signed (DKIM) and aligned (SPF, DMARC), only over TLS. */
export class MailStack extends Stack {
  readonly mail: Mail;

  constructor(scope: Construct, id: string, { stage }: Deployment, props: StackProps) {
    super(scope, id, props);
    const zone = PublicHostedZone.fromPublicHostedZoneAttributes(this, 'Zone', {
      hostedZoneId: stage.hostedZoneId,
      zoneName: stage.domain,
    });
    const configurationSet = new ConfigurationSet(this, 'ConfigurationSet', {
      configurationSetName: physicalName(stage, 'mail'),
      tlsPolicy: ConfigurationSetTlsPolicy.REQUIRE,
      reputationMetrics: true,
      // SES then drops mail to an address that bounced or complained, rather than spoil the domain's reputation.
      suppressionReasons: SuppressionReasons.BOUNCES_AND_COMPLAINTS,
    });
    configurationSet.addEventDestination('Feedback', {
      destination: EventDestination.eventBus(EventBus.fromEventBusName(this, 'DefaultBus', 'default')),
      events: [EmailSendingEvent.BOUNCE, EmailSendingEvent.COMPLAINT],
    });
    const identity = new EmailIdentity(this, 'Identity', {
      identity: Identity.publicHostedZone(zone),
      configurationSet,
      mailFromDomain: `bounce.${stage.domain}`,
    });
    new TxtRecord(this, 'Dmarc', {
      zone,
      recordName: `_dmarc.${stage.domain}`,
      values: ['v=DMARC1; p=quarantine; adkim=s; aspf=r'],
    });
    this.mail = { identity, configurationSet, sender: `no-reply@${stage.domain}` };
  }
}
