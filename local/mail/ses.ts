import { randomBytes } from 'node:crypto';
import { AwsRefusal } from '../protocol/aws-json.ts';
import type { Call, Reply } from '../protocol/serve.ts';
import type { StoredMail } from './mailbox.ts';
import { parseMail } from './mime.ts';

/** What SES knows of the account. Without a list, every domain or configuration set passes. */
export interface SesRules {
  readonly verifiedDomains?: readonly string[];
  readonly configurationSets?: readonly string[];
}

const mostRecipients = 50;
const mostBytes = 10_485_760;
const namespace = 'http://ses.amazonaws.com/doc/2010-12-01/';

/** Answers the SES v1 calls SendEmail and SendRawEmail; the mail goes to `deliver`. `now` in milliseconds. */
export function answerSes(call: Call, rules: SesRules, now: number, deliver: (mail: StoredMail) => void): Reply {
  const form = new URLSearchParams(call.body.toString());
  const action = form.get('Action') ?? '';
  try {
    const read = action === 'SendRawEmail' ? readRaw : action === 'SendEmail' ? readSimple : undefined;
    if (!read) throw new AwsRefusal('InvalidAction', `Could not find operation ${action} for version 2010-12-01`);
    const { sender, ...content } = read(form);
    const mail = completed(content, form, now);
    refuseMail(mail, sender, rules);
    deliver(mail);
    return xml(
      200,
      `<${action}Response xmlns="${namespace}"><${action}Result><MessageId>${mail.id}</MessageId></${action}Result></${action}Response>`,
    );
  } catch (error) {
    if (!(error instanceof AwsRefusal)) throw error;
    const detail = `<Type>Sender</Type><Code>${error.code}</Code><Message>${escapeXml(error.message)}</Message>`;
    return xml(error.status, `<ErrorResponse xmlns="${namespace}"><Error>${detail}</Error></ErrorResponse>`);
  }
}

type Content = { readonly sender: string } & Pick<
  StoredMail,
  'from' | 'to' | 'subject' | 'text' | 'html' | 'headers' | 'attachments'
>;

function readRaw(form: URLSearchParams): Content {
  const raw = Buffer.from(form.get('RawMessage.Data') ?? '', 'base64');
  if (raw.length > mostBytes) throw invalid(`Message length is more than ${mostBytes} bytes long: ${raw.length}`);
  const { headers, encodedHeaders, text, html, attachments } = parseMail(raw);
  const from = headers.from ?? '';
  if (from === '') throw invalid("Missing required header 'From'.");
  const named = members(form, 'Destinations');
  const inHeaders = ['to', 'cc', 'bcc'].flatMap((name) => addresses(encodedHeaders[name] ?? ''));
  const to = named.length > 0 ? named.flatMap(addresses) : inHeaders;
  const [sender = ''] = addresses(encodedHeaders.from ?? '');
  return { sender, from, to, subject: headers.subject ?? '', text, html, headers, attachments: [...attachments] };
}

function readSimple(form: URLSearchParams): Content {
  const to = ['To', 'Cc', 'Bcc'].flatMap((kind) => members(form, `Destination.${kind}Addresses`));
  const replyTo = members(form, 'ReplyToAddresses').join(', ');
  const text = form.get('Message.Body.Text.Data') ?? '';
  const html = form.get('Message.Body.Html.Data') ?? '';
  if (text === '' && html === '') throw invalid('Missing required parameter Message.Body.');
  const from = form.get('Source') ?? '';
  return {
    sender: addresses(from)[0] ?? '',
    from,
    to: to.flatMap(addresses),
    subject: form.get('Message.Subject.Data') ?? '',
    text,
    html,
    headers: replyTo === '' ? {} : { 'reply-to': replyTo },
    attachments: [],
  };
}

function completed(content: Omit<Content, 'sender'>, form: URLSearchParams, now: number): StoredMail {
  const names = [...form.keys()].flatMap((key) => /^Tags\.member\.(\d+)\.Name$/.exec(key)?.[1] ?? []);
  const tags = names.map((index) => [
    form.get(`Tags.member.${index}.Name`) ?? '',
    form.get(`Tags.member.${index}.Value`) ?? '',
  ]);
  const configurationSet = form.get('ConfigurationSetName');
  return {
    id: randomBytes(20).toString('hex'),
    at: new Date(now).toISOString(),
    ...content,
    tags: Object.fromEntries(tags),
    ...(configurationSet === null ? {} : { configurationSet }),
  };
}

function refuseMail(mail: StoredMail, sender: string, rules: SesRules): void {
  if (mail.to.length === 0) throw invalid('Missing recipients: the mail names nobody.');
  if (mail.to.length > mostRecipients) throw invalid(`Recipient count exceeds ${mostRecipients}.`);
  for (const address of [sender, ...mail.to]) {
    if (!/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(address)) throw invalid("Missing final '@domain'");
  }
  for (const [name, value] of Object.entries(mail.tags)) {
    if (/^[A-Za-z0-9_-]{1,256}$/.test(name) && /^[A-Za-z0-9_-]{1,256}$/.test(value)) continue;
    throw invalid(`Invalid tag <${name}>: only alphanumeric ASCII characters, '_', and '-' are allowed.`);
  }
  const domain = sender.split('@')[1]?.toLowerCase() ?? '';
  const verified = rules.verifiedDomains?.some((each) => domain === each || domain.endsWith(`.${each}`)) ?? true;
  if (!verified) {
    const message = `Email address is not verified. The following identities failed the check: ${sender}`;
    throw new AwsRefusal('MessageRejected', message);
  }
  const set = mail.configurationSet;
  if (set !== undefined && rules.configurationSets?.includes(set) === false) {
    throw new AwsRefusal('ConfigurationSetDoesNotExist', `Configuration set <${set}> does not exist.`);
  }
}

/** The bare addresses of a list, not yet decoded, such as `"Salon, Berlin" <hello@example.com>, b@example.com`. */
function addresses(list: string): string[] {
  const entries = list.replace(/"(?:[^"\\]|\\.)*"/g, '').split(',');
  return entries.map((entry) => (/<([^>]*)>/.exec(entry)?.[1] ?? entry).trim()).filter((entry) => entry !== '');
}

function members(form: URLSearchParams, name: string): string[] {
  return [...form].filter(([key]) => key.startsWith(`${name}.member.`)).map(([, value]) => value);
}

function invalid(message: string): AwsRefusal {
  return new AwsRefusal('InvalidParameterValue', message);
}

function xml(status: number, body: string): Reply {
  return { status, headers: { 'content-type': 'text/xml' }, body };
}

function escapeXml(text: string): string {
  return text.replace(/[<>&]/g, (character) => `&#${character.charCodeAt(0)};`);
}
