import { readFileSync } from 'node:fs';
import type { Call, Reply } from '../protocol/serve.ts';
import type { Mailbox, StoredMail } from './mailbox.ts';

const asset = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8');

const pagePolicy = "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; frame-src 'self'";
// What a mail brings may be shown, never run.
const mailPolicy =
  "default-src 'none'; img-src * data:; font-src *; style-src * 'unsafe-inline'; frame-ancestors 'self'";

/** Shows the mails to people: a list that renews itself, each message readable on a phone, its links openable. */
export function answerInbox({ url }: Call, mailbox: Mailbox): Reply {
  const [, kind, id = ''] = url.pathname.split('/');
  if (kind === '') return page('Inbox', list(mailbox.mails()));
  if (kind === 'newest') return text('text/plain', mailbox.mails()[0]?.id ?? '');
  if (kind === 'messages' && id === '') return text('application/json', JSON.stringify(mailbox.mails()));
  if (kind === 'inbox.css') return text('text/css', asset('inbox.css'));
  if (kind === 'inbox.js') return text('text/javascript', asset('inbox.js'));
  const mail = mailbox.find(id);
  if (mail && kind === 'messages') return page(mail.subject, message(mail));
  if (mail && kind === 'html') {
    // Links open in a tab of their own: within the frame they could not run anything.
    return text('text/html', `<!doctype html><base target="_blank">${mail.html}`, mailPolicy);
  }
  return { ...page('Not found', '<p>There is no such mail. <a href="/">Back to the inbox</a></p>'), status: 404 };
}

function list(mails: readonly StoredMail[]): string {
  const newest = mails[0]?.id ?? '';
  const rows = mails.map(
    (mail) =>
      `<li><a href="/messages/${mail.id}"><strong>${escapeHtml(mail.subject || '(no subject)')}</strong>` +
      `<small>to ${escapeHtml(mail.to.join(', '))} · ${time(mail.at)}</small></a></li>`,
  );
  const empty = '<p class="quiet">No mail yet. Whatever the salon sends appears here.</p>';
  return `${mails.length === 0 ? empty : ''}<ol data-newest="${newest}">${rows.join('')}</ol>`;
}

function message(mail: StoredMail): string {
  const facts = [
    ['From', escapeHtml(mail.from)],
    ['To', escapeHtml(mail.to.join(', '))],
    ['Sent', time(mail.at)],
    ...(mail.attachments.length > 0
      ? [['Attached', escapeHtml(mail.attachments.map((each) => each.name).join(', '))]]
      : []),
  ];
  const more = {
    ...mail.headers,
    ...prefixed(mail.tags),
    ...(mail.configurationSet ? { 'configuration set': mail.configurationSet } : {}),
  };
  const plain = `<pre>${linked(mail.text)}</pre>`;
  const frame = `<iframe src="/html/${mail.id}" title="The message" sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox"></iframe>`;
  return [
    '<p><a href="/">Inbox</a></p>',
    definitions(facts.map(([name = '', value = '']) => [name, value])),
    mail.html ? frame : plain,
    mail.html && mail.text ? `<details><summary>As plain text</summary>${plain}</details>` : '',
    `<details><summary>Headers</summary>${definitions(Object.entries(more).map(([name, value]) => [escapeHtml(name), escapeHtml(value)]))}</details>`,
  ].join('');
}

function prefixed(tags: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(tags).map(([name, value]) => [`tag ${name}`, value]));
}

function definitions(entries: readonly (readonly [string, string])[]): string {
  return `<dl>${entries.map(([name, value]) => `<dt>${name}</dt><dd>${value}</dd>`).join('')}</dl>`;
}

function linked(plain: string): string {
  return escapeHtml(plain).replace(
    /https?:\/\/[^\s<>"]+/g,
    (address) => `<a href="${address}" target="_blank" rel="noreferrer">${address}</a>`,
  );
}

function time(at: string): string {
  return `<time datetime="${at}">${at.slice(0, 16).replace('T', ' ')} UTC</time>`;
}

function page(title: string, body: string): Reply {
  const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width"><link rel="stylesheet" href="/inbox.css">`;
  const heading = escapeHtml(title || '(no subject)');
  const html = `<!doctype html><html lang="en"><head>${head}<title>${heading}</title></head><body><main><h1>${heading}</h1>${body}</main><script src="/inbox.js" type="module"></script></body></html>`;
  return text('text/html', html, pagePolicy);
}

function text(type: string, body: string, policy?: string): Reply {
  const headers = {
    'content-type': `${type}; charset=utf-8`,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  };
  return { status: 200, headers: policy ? { ...headers, 'content-security-policy': policy } : headers, body };
}

function escapeHtml(plain: string): string {
  return plain.replace(/[<>&"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
