import { SESClient, SendRawEmailCommand } from '@aws-sdk/client-ses';
import MailComposer from 'nodemailer/lib/mail-composer';
import { clientBehaviour, withDeadline } from './calls.ts';
import type { Mail, Mailer } from './mailer.ts';

/** SES: letters, digits, underscore and hyphen, 256 characters. */
const tagText = (text: string): string => text.replace(/[^A-Za-z0-9_-]/g, '_').slice(0, 256);

/** One line without control characters: a line break would begin a header of the sender's choosing. */
const headerText = (text: string): string => text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();

/** An address and nothing else. Throws for a list, a name or a comment in it. */
function address(text: string): string {
  if (!/^[^\s<>()[\],;:\\"\p{Cc}]+@[^\s<>()[\],;:\\"@\p{Cc}]+$/u.test(text)) throw new Error('not one e-mail address');
  return text;
}

/** The two headers of RFC 8058. Nothing but addresses of ours and the salon's own: no line break can be in them. */
function unsubscribeHeaders({ unsubscribe }: Mail): Record<string, string> {
  if (unsubscribe === undefined) return {};
  const { url, mailTo } = unsubscribe;
  const ways = [new URL(url).href, ...(mailTo === undefined ? [] : [`mailto:${address(mailTo)}?subject=unsubscribe`])];
  return {
    'List-Unsubscribe': ways.map((way) => `<${way}>`).join(', '),
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  };
}

/** The whole message as it travels. */
export async function rawMessage(mail: Mail, sender: string): Promise<Buffer> {
  const composer = new MailComposer({
    from: { name: headerText(mail.fromName), address: address(sender) },
    to: { name: '', address: address(mail.to) },
    ...(mail.replyTo === undefined ? {} : { replyTo: { name: '', address: address(mail.replyTo) } }),
    subject: headerText(mail.subject),
    text: mail.text,
    html: mail.html,
    // Out-of-office replies to a machine help nobody (RFC 3834).
    headers: { 'Auto-Submitted': 'auto-generated', ...unsubscribeHeaders(mail) },
    disableFileAccess: true,
    disableUrlAccess: true,
    newline: 'win',
  });
  return composer.compile().build();
}

/** Sends through SES. Throws SES's error when it does not take the mail. */
export function sesMailer({
  sender,
  configurationSet,
  client = new SESClient(clientBehaviour),
}: {
  sender: string;
  configurationSet: string;
  client?: SESClient;
}): Mailer {
  return {
    async send(mail) {
      const input = {
        Source: sender,
        Destinations: [address(mail.to)],
        RawMessage: { Data: await rawMessage(mail, sender) },
        ConfigurationSetName: configurationSet,
        Tags: Object.entries(mail.tags).map(([Name, Value]) => ({ Name: tagText(Name), Value: tagText(Value) })),
      };
      await client.send(new SendRawEmailCommand(input), withDeadline());
    },
  };
}
