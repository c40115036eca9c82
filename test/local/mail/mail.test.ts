import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  GetSendQuotaCommand,
  SESClient,
  SendEmailCommand,
  SendRawEmailCommand,
  type SendRawEmailCommandInput,
} from '@aws-sdk/client-ses';
import { afterEach, expect, test } from '@jest/globals';
import MailComposer from 'nodemailer/lib/mail-composer';
import { parseMail } from '../../../local/mail/mime.ts';
import { startMail } from '../../../local/mail/start.ts';

const cleanups: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

async function open(options: Parameters<typeof startMail>[0] = {}) {
  const mail = await startMail(options);
  const ses = new SESClient({
    endpoint: mail.endpoint,
    region: 'eu-west-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  cleanups.push(
    () => mail.close(),
    () => ses.destroy(),
  );
  const raw = (Data: Uint8Array, more: Partial<SendRawEmailCommandInput> = {}) =>
    ses.send(new SendRawEmailCommand({ RawMessage: { Data }, ...more }));
  return { mail, ses, raw };
}

const compose = (options: object = {}) =>
  new MailComposer({
    from: { name: 'Salon Glück, Mitte', address: 'salon@mail.example.com' },
    to: 'Zoë Ångström <zoe@example.org>',
    subject: 'Ihre Zahlung für „Gold“ ist fehlgeschlagen – bitte prüfen Sie Ihre hinterlegte Karte',
    text: 'Guten Tag Zoë,\nbitte prüfen Sie Ihre Karte: http://localhost:4000/pay?token=a&b=c',
    html: '<p>Guten Tag <b>Zoë</b>, <a href="http://localhost:4000/pay?token=a&amp;b=c">Karte prüfen</a></p><script>alert(1)</script>',
    headers: { 'List-Unsubscribe': '<https://example.com/unsubscribe>' },
    newline: 'win',
    ...options,
  })
    .compile()
    .build();

test('a raw mail arrives readable, with its headers, tags and configuration set', async () => {
  const { mail, raw } = await open({ clock: { now: () => Date.parse('2026-03-01T09:00:00Z') } });
  const { MessageId } = await raw(await compose(), {
    Source: 'salon@mail.example.com',
    Destinations: ['zoe@example.org', 'copy@example.org'],
    ConfigurationSetName: 'regulars',
    Tags: [{ Name: 'business', Value: 'glueck' }],
  });
  expect(await mail.messages()).toEqual([
    {
      id: MessageId,
      at: '2026-03-01T09:00:00.000Z',
      from: 'Salon Glück, Mitte <salon@mail.example.com>',
      to: ['zoe@example.org', 'copy@example.org'],
      subject: 'Ihre Zahlung für „Gold“ ist fehlgeschlagen – bitte prüfen Sie Ihre hinterlegte Karte',
      text: expect.stringContaining(
        'Guten Tag Zoë,\nbitte prüfen Sie Ihre Karte: http://localhost:4000/pay?token=a&b=c',
      ),
      html: expect.stringContaining('<a href="http://localhost:4000/pay?token=a&amp;b=c">'),
      headers: expect.objectContaining({ 'list-unsubscribe': '<https://example.com/unsubscribe>' }),
      tags: { business: 'glueck' },
      configurationSet: 'regulars',
      attachments: [],
    },
  ]);
});

test('without named destinations the recipients are those of the headers', async () => {
  const { mail, raw } = await open();
  await raw(await compose({ cc: 'b@example.org', bcc: 'c@example.org' }));
  expect((await mail.messages())[0]?.to.slice(0, 2)).toEqual(['zoe@example.org', 'b@example.org']);
});

test('a simple mail arrives too', async () => {
  const { mail, ses } = await open();
  await ses.send(
    new SendEmailCommand({
      Source: 'Salon <salon@example.com>',
      Destination: { ToAddresses: ['a@example.org'], BccAddresses: ['b@example.org'] },
      Message: { Subject: { Data: 'Hallo' }, Body: { Text: { Data: 'Grüße' } } },
      ReplyToAddresses: ['desk@example.com'],
    }),
  );
  const expected = {
    to: ['a@example.org', 'b@example.org'],
    subject: 'Hallo',
    text: 'Grüße',
    headers: { 'reply-to': 'desk@example.com' },
  };
  expect(await mail.messages()).toMatchObject([expected]);
});

test('what SES refuses is refused by the same name', async () => {
  const { mail, ses, raw } = await open({ verifiedDomains: ['example.com'], configurationSets: ['regulars'] });
  await expect(raw(await compose({ from: 'salon@example.net' }))).rejects.toMatchObject({ name: 'MessageRejected' });
  await expect(raw(await compose(), { ConfigurationSetName: 'other' })).rejects.toMatchObject({
    name: 'ConfigurationSetDoesNotExistException',
  });
  await expect(raw(await compose(), { Destinations: ['nobody'] })).rejects.toMatchObject({
    message: "Missing final '@domain'",
  });
  await expect(raw(await compose(), { Tags: [{ Name: 'business', Value: 'é' }] })).rejects.toMatchObject({
    name: 'InvalidParameterValue',
  });
  await expect(raw(Buffer.from('Subject: x\r\n\r\nx'))).rejects.toMatchObject({
    message: "Missing required header 'From'.",
  });
  const many = Array.from({ length: 51 }, (_, index) => `m${index}@example.org`);
  await expect(raw(await compose(), { Destinations: many })).rejects.toMatchObject({
    message: 'Recipient count exceeds 50.',
  });
  await expect(ses.send(new GetSendQuotaCommand({}))).rejects.toMatchObject({ name: 'InvalidAction' });
  expect(await mail.messages()).toEqual([]);
});

test('the inbox lists the mails and shows one with links that open and scripts that do not run', async () => {
  const { mail, raw } = await open();
  expect(await (await fetch(mail.uiUrl)).text()).toContain('No mail yet');
  const { MessageId } = await raw(await compose({ subject: '<i>Zoë & Co</i>' }));
  const list = await (await fetch(mail.uiUrl)).text();
  expect(list).toContain(`href="/messages/${MessageId}"`);
  expect(list).toContain('&#60;i&#62;Zoë &#38; Co');
  expect(list).not.toContain('<i>');
  const message = await (await fetch(`${mail.uiUrl}messages/${MessageId}`)).text();
  expect(message).toContain(`<iframe src="/html/${MessageId}"`);
  expect(message).not.toMatch(/sandbox="[^"]*allow-scripts/);
  expect(message).toContain('href="http://localhost:4000/pay?token=a&#38;b=c"');
  const body = await fetch(`${mail.uiUrl}html/${MessageId}`);
  expect(body.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(await body.text()).toContain('<base target="_blank">');
  expect((await fetch(`${mail.uiUrl}messages/none`)).status).toBe(404);
  expect(await (await fetch(`${mail.uiUrl}messages`)).json()).toMatchObject([{ id: MessageId }]);
});

test('mails survive a restart', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'mail-'));
  cleanups.push(() => rmSync(folder, { recursive: true }));
  const dataFile = join(folder, 'deep', 'mail.json');
  const before = await open({ dataFile });
  await before.raw(await compose());
  const after = await open({ dataFile });
  expect(await after.mail.messages()).toEqual(await before.mail.messages());
});

test('a mail of many parts is taken apart: attachment, base64, other charsets, folded headers', async () => {
  const composed = parseMail(
    await compose({ attachments: [{ filename: 'Rechnung März.pdf', content: Buffer.from('%PDF') }] }),
  );
  expect(composed.attachments).toEqual([
    { name: expect.stringContaining('Rechnung'), type: 'application/pdf', bytes: 4 },
  ]);
  expect(composed.text).toContain('Guten Tag Zoë');
  const latin =
    'From: a@example.com\r\nSubject: =?iso-8859-1?Q?Gr=FC=DFe?=\r\n =?utf-8?B?IGF1cyBLw7Zsbg==?=\r\nContent-Type: text/plain; charset=iso-8859-1\r\n\r\n';
  const parsed = parseMail(Buffer.concat([Buffer.from(latin), Buffer.from([0x47, 0x72, 0xfc, 0xdf, 0x65])]));
  expect([parsed.headers.subject, parsed.text]).toEqual(['Grüße aus Köln', 'Grüße']);
});

// F34: what becomes of a mail is told in SES's own shape, so that the consumer is the same in AWS.
test('a mail to the mailbox simulator bounces or is complained of, with its tags', async () => {
  const { mail, raw } = await open({
    clock: { now: () => Date.parse('2026-03-01T09:00:00Z') },
    place: { account: '000000000000', region: 'eu-central-1' },
    feedback: [{ configurationSet: 'regulars', types: ['bounce', 'complaint'] }],
  });
  const heard: { detailType: string; detail: unknown }[] = [];
  mail.reportTo((event) => heard.push(event));
  const send =
    (...Destinations: string[]) =>
    async (ConfigurationSetName: string) =>
      raw(await compose(), { Destinations, ConfigurationSetName, Tags: [{ Name: 'business', Value: 'glueck' }] });

  const bounce = 'bounce+zoe@simulator.amazonses.com';
  const { MessageId } = await send(bounce, 'zoe@example.org')('regulars');
  expect(heard).toEqual([
    {
      source: 'aws.ses',
      detailType: 'Email Bounced',
      resources: ['arn:aws:ses:eu-central-1:000000000000:configuration-set/regulars'],
      detail: {
        eventType: 'Bounce',
        bounce: expect.objectContaining({
          bounceType: 'Permanent',
          bouncedRecipients: [expect.objectContaining({ emailAddress: bounce, status: '5.1.1' })],
          timestamp: '2026-03-01T09:00:00.000Z',
        }),
        mail: expect.objectContaining({
          messageId: MessageId,
          destination: [bounce, 'zoe@example.org'],
          tags: expect.objectContaining({ business: ['glueck'], 'ses:configuration-set': ['regulars'] }),
        }),
      },
    },
  ]);

  await send('complaint@simulator.amazonses.com')('regulars');
  expect(heard.at(-1)).toMatchObject({
    detailType: 'Email Complaint Received',
    detail: { complaint: { complainedRecipients: [{ emailAddress: 'complaint@simulator.amazonses.com' }] } },
  });

  // Everybody else takes their mail, and without a destination SES tells nobody.
  await send('zoe@example.org', 'bounce@example.org')('regulars');
  await send(bounce)('other');
  expect(heard).toHaveLength(2);
  expect(await mail.messages()).toHaveLength(4);
});
