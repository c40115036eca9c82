import { randomUUID } from 'node:crypto';
import type { ServiceEvent } from '../events/types.ts';
import type { Place } from '../protocol/place.ts';
import type { StoredMail } from './mailbox.ts';

/** A configuration set's event destination on the default bus: `bounce`, `complaint`, in lower case. */
export interface FeedbackDestination {
  readonly configurationSet: string;
  readonly types: readonly string[];
}

const kinds = {
  bounce: { type: 'Bounce', detailType: 'Email Bounced', of: bounceOf },
  complaint: { type: 'Complaint', detailType: 'Email Complaint Received', of: complaintOf },
} as const;
type Kind = keyof typeof kinds;

/** `bounce+zoe@simulator.amazonses.com` → `bounce`: the addresses of SES's mailbox simulator, with any label. */
function simulated(address: string): Kind | undefined {
  const kind = /^(bounce|complaint)(?:\+[^@]*)?@simulator\.amazonses\.com$/i.exec(address)?.[1]?.toLowerCase();
  return kind === undefined ? undefined : (kind as Kind);
}

function bounceOf(recipients: readonly string[], timestamp: string) {
  return {
    feedbackId: randomUUID(),
    bounceType: 'Permanent',
    bounceSubType: 'General',
    bouncedRecipients: recipients.map((emailAddress) => ({
      emailAddress,
      action: 'failed',
      status: '5.1.1',
      diagnosticCode: 'smtp; 550 5.1.1 user unknown',
    })),
    timestamp,
    reportingMTA: 'dns; mailbox-simulator.localhost',
  };
}

function complaintOf(recipients: readonly string[], timestamp: string) {
  return {
    feedbackId: randomUUID(),
    complaintSubType: null,
    complainedRecipients: recipients.map((emailAddress) => ({ emailAddress })),
    timestamp,
    userAgent: 'Mailbox simulator',
    complaintFeedbackType: 'abuse',
    arrivalDate: timestamp,
  };
}

/** The mail as every event of SES quotes it: each tag is a list, SES's own begin with `ses:`. */
function quoted(mail: StoredMail, configurationSet: string, { account, region }: Place) {
  const domain = /@([^>\s]+)/.exec(mail.from)?.[1] ?? '';
  const tags = Object.entries(mail.tags).map(([name, value]) => [name, [value]]);
  return {
    timestamp: mail.at,
    source: mail.from,
    sourceArn: `arn:aws:ses:${region}:${account}:identity/${domain}`,
    sendingAccountId: account,
    messageId: mail.id,
    destination: mail.to,
    headersTruncated: false,
    headers: Object.entries(mail.headers).map(([name, value]) => ({ name, value })),
    commonHeaders: { from: [mail.from], to: mail.to, messageId: mail.id, subject: mail.subject },
    tags: {
      ...Object.fromEntries(tags),
      'ses:configuration-set': [configurationSet],
      'ses:from-domain': [domain],
      'ses:source-ip': ['127.0.0.1'],
      'ses:caller-identity': ['local'],
    },
  };
}

/**
 * What SES would announce after a mail to its mailbox simulator, for what a destination of its configuration set asks
 * for. Every other address takes its mail.
 */
export function feedbackOn(
  mail: StoredMail,
  destinations: readonly FeedbackDestination[],
  place: Place,
): ServiceEvent[] {
  const { configurationSet } = mail;
  if (configurationSet === undefined) return [];
  const wanted = destinations.filter((one) => one.configurationSet === configurationSet).flatMap(({ types }) => types);
  return (Object.keys(kinds) as Kind[]).flatMap((kind): ServiceEvent[] => {
    const recipients = mail.to.filter((address) => simulated(address) === kind);
    if (recipients.length === 0 || !wanted.includes(kind)) return [];
    const { type, detailType, of } = kinds[kind];
    return [
      {
        source: 'aws.ses',
        detailType,
        resources: [`arn:aws:ses:${place.region}:${place.account}:configuration-set/${configurationSet}`],
        detail: { eventType: type, [kind]: of(recipients, mail.at), mail: quoted(mail, configurationSet, place) },
      },
    ];
  });
}
