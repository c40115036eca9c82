import { SESClient, type SendRawEmailCommandInput } from '@aws-sdk/client-ses';
import { describe, expect, test } from '@jest/globals';
import addressparser from 'nodemailer/lib/addressparser';
import type { Mail } from '../../functions/gateways/mailer.ts';
import { rawMessage, sesMailer } from '../../functions/gateways/ses-mailer.ts';

const sender = 'no-reply@example.org';
const mail: Mail = {
  to: 'mia@example.com',
  fromName: 'Salon Ümlaut & Töchter',
  replyTo: 'desk@example.org',
  subject: 'Ihre Einladung zu Salon Ümlaut',
  html: '<p>Grüße</p>',
  text: 'Grüße\n\nhttps://example.org/portal/invitation#abc',
  tags: { template: 'member_invitation', business: 'salon-umlaut', event: 'evt_01' },
};

const fromHex = (text: string) =>
  Buffer.from(
    text.replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  ).toString('utf8');
/** Encoded words (RFC 2047, Q) as text. */
const words = (header: string) =>
  header
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/(?:=\?UTF-8\?Q\?[^?]*\?=)+/gi, (run) =>
      fromHex(run.replace(/=\?UTF-8\?Q\?|\?=/gi, '').replaceAll('_', ' ')),
    );

/** The message as a mail program reads it: its headers by name, and its body without quoted-printable. */
async function read(change: Partial<Mail>) {
  const raw = (await rawMessage({ ...mail, ...change }, sender)).toString('utf8');
  const [head = '', ...rest] = raw.split('\r\n\r\n');
  const lines = head.replace(/\r\n[ \t]+/g, ' ').split('\r\n');
  const headers = lines.map((line) => {
    const at = line.indexOf(':');
    return [line.slice(0, at).toLowerCase(), words(line.slice(at + 1).trim())] as const;
  });
  return {
    headers: new Map(headers),
    names: headers.map(([name]) => name),
    body: fromHex(rest.join('\n').replace(/=\r\n/g, '')),
  };
}

describe('a mail', () => {
  test('arrives with the salon’s name, in both forms, with every letter', async () => {
    const { headers, body } = await read({});
    expect(headers.get('from')).toBe(`Salon Ümlaut & Töchter <${sender}>`);
    expect(headers.get('to')).toBe('mia@example.com');
    expect(headers.get('reply-to')).toBe('desk@example.org');
    expect(headers.get('subject')).toBe(mail.subject);
    expect(headers.get('auto-submitted')).toBe('auto-generated');
    expect(headers.get('content-type')).toMatch(/^multipart\/alternative/);
    expect(body).toContain('<p>Grüße</p>');
    expect(body).toContain('https://example.org/portal/invitation#abc');
  });

  test.each([
    'Glow\r\nBcc: everybody@example.com',
    'Glow\nBcc: everybody@example.com\n\nHello',
    'Glow\u2028Bcc: everybody@example.com',
    '"Glow" <evil@example.com>, x',
    'Glow\u0000\u0007',
  ])('keeps its headers whatever the salon is called: %j', async (name) => {
    const { headers, names } = await read({ fromName: name, subject: name });
    expect(names).toEqual((await read({})).names);
    const addresses = addressparser(headers.get('from') ?? '');
    expect(addresses).toEqual([expect.objectContaining({ address: sender })]);
  });

  test.each([
    'mia@example.com, eve@example.com',
    'mia@example.com\r\nBcc: eve@example.com',
    'Mia <mia@example.com>',
    'mia',
    '',
  ])('is not sent to %j, which is not one address', async (to) => {
    await expect(rawMessage({ ...mail, to }, sender)).rejects.toThrow('not one e-mail address');
  });

  // Rule M2 (RFC 8058)
  test('that can be ended says how to the mail program, in the two headers that it knows', async () => {
    const url = `https://aurora.example.org/api/aurora/public/unsubscribe/${'U'.repeat(43)}`;
    const { headers, names } = await read({ unsubscribe: { url, mailTo: 'desk@example.org' } });
    expect(headers.get('list-unsubscribe')).toBe(`<${url}>, <mailto:desk@example.org?subject=unsubscribe>`);
    expect(headers.get('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
    expect(new Set(names).size).toBe(names.length);
    expect((await read({ unsubscribe: { url } })).headers.get('list-unsubscribe')).toBe(`<${url}>`);
    expect((await read({})).names).not.toContain('list-unsubscribe');
    const evil = { url, mailTo: 'desk@example.org>\r\nBcc: everybody@example.com' };
    await expect(read({ unsubscribe: evil })).rejects.toThrow('not one e-mail address');
  });

  test('goes to SES for one person, with names for the delivery report', async () => {
    const sent: SendRawEmailCommandInput[] = [];
    const client = new SESClient({ region: 'eu-central-1' });
    client.middlewareStack.add(
      () => async (args) => {
        sent.push(args.input as SendRawEmailCommandInput);
        return { response: {}, output: { $metadata: {}, MessageId: 'id' } };
      },
      { step: 'initialize', priority: 'high' },
    );
    const mailer = sesMailer({ sender, configurationSet: 'set', client });
    await mailer.send({ ...mail, tags: { ...mail.tags, odd: 'a b@c' } });
    expect(sent).toMatchObject([
      {
        Source: sender,
        Destinations: ['mia@example.com'],
        ConfigurationSetName: 'set',
        Tags: [
          { Name: 'template', Value: 'member_invitation' },
          { Name: 'business', Value: 'salon-umlaut' },
          { Name: 'event', Value: 'evt_01' },
          { Name: 'odd', Value: 'a_b_c' },
        ],
      },
    ]);
  });
});
