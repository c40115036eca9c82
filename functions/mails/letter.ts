import { nearestReadable } from '../../shared/domain/brand.ts';
import { type Business, type Language, languageOf } from '../../shared/domain/business.ts';
import { formatInstant } from '../../shared/wording/format.ts';
import type { MailKind, MailWords } from '../../shared/wording/mails/mail-words.ts';
import { mailWords } from '../../shared/wording/mails/mails.ts';
import type { Mail } from '../gateways/mailer.ts';
import { html } from './html.ts';

/** A mail with one button, before it is worded. `url` holds the link's token; `until` is its last instant. */
export interface Letter {
  readonly kind: MailKind;
  readonly to: string;
  readonly name?: string | undefined;
  readonly language?: Language | undefined;
  readonly url: string;
  readonly until: number;
}

/** The mail in the business's name, colour and zone, in the reader's language or else the business's. */
export function mailOf(letter: Letter, business: Business, site: string, tags: Mail['tags']): Mail {
  const ofBusiness = languageOf(business.locale);
  const language = letter.language ?? ofBusiness;
  const locale = language === ofBusiness ? business.locale : language;
  const words = mailWords(letter.kind, language, {
    business: business.name,
    name: letter.name,
    until: formatInstant(letter.until, business.timeZone, locale),
  });
  return {
    to: letter.to,
    fromName: business.name,
    ...(business.contact.email === undefined ? {} : { replyTo: business.contact.email }),
    subject: words.subject,
    html: asHtml(words, language, letter.url, business, site),
    text: asText(words, letter.url, business),
    tags,
  };
}

const contactLines = ({ name, contact }: Business): string[] => [
  name,
  ...(contact.address?.split('\n') ?? []),
  ...[contact.phone, contact.email, contact.website].filter((line) => line !== undefined),
];

const asText = (words: MailWords, url: string, business: Business): string =>
  [
    words.greeting,
    ...words.paragraphs,
    `${words.action}:\n${url}`,
    ...words.remarks,
    `-- \n${contactLines(business).join('\n')}`,
  ].join('\n\n');

function asHtml(words: MailWords, language: Language, url: string, business: Business, site: string): string {
  const colour = nearestReadable(business.brand.colour);
  const { logo } = business.brand;
  const logoAddress = logo && `${site}/media/${logo.split('/').map(encodeURIComponent).join('/')}`;
  const image = logoAddress
    ? html`<img src="${logoAddress}" alt="" height="40" style="display:block;height:40px;margin-bottom:12px">`
    : html``;
  const paragraph = (text: string) => html`<p style="margin:0 0 16px">${text}</p>`;
  const remark = (text: string) => html`<p style="margin:0 0 8px;font-size:14px;color:#595959">${text}</p>`;
  const lines = contactLines(business).map((line) => html`${line}<br>`);
  return html`<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${words.subject}</title></head>
<body style="margin:0;background:#f5f4f2;color:#1f1f1f;font:16px/1.5 system-ui,-apple-system,'Segoe UI',sans-serif">
<div style="max-width:560px;margin:0 auto;background:#ffffff">
<div style="background:${colour};color:#ffffff;padding:24px;font-size:20px;font-weight:600">${image}${business.name}</div>
<div style="padding:24px">
${[words.greeting, ...words.paragraphs].map(paragraph)}
<p style="margin:24px 0"><a href="${url}" style="display:inline-block;background:${colour};color:#ffffff;padding:14px 24px;border-radius:8px;font-weight:600;text-decoration:none">${words.action}</a></p>
${[...words.remarks, words.address].map(remark)}
<p style="margin:0;font-size:14px;word-break:break-all"><a href="${url}" style="color:#595959">${url}</a></p>
</div>
<p style="margin:0;padding:16px 24px;border-top:1px solid #e4e2de;font-size:13px;color:#595959">${lines}</p>
</div>
</body>
</html>
`.html;
}
