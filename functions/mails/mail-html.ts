import { nearestReadable } from '../../shared/domain/brand.ts';
import type { MailPart, MailRow } from '../../shared/wording/mails/mail-words.ts';
import { type Html, html } from './html.ts';
import { contactLines, type MailPage } from './mail-page.ts';

/** Dark, for the programs that can: the rest show the light colours that stand with each part. */
const darkStyle = `@media (prefers-color-scheme:dark){
.page{background:#121212!important}
.sheet{background:#1e1e1e!important;color:#f0f0f0!important}
.rule{border-color:#3a3a3a!important}
.quiet,.quiet a{color:#b8b8b8!important}
.text a{color:#f0f0f0!important}
}`;

const quiet = 'font-size:14px;color:#595959';

/** A mail as HTML: one column, everything styled where it stands, no picture but the logo. */
export function mailHtml({ words, url, business, tongue, frame, site, unsubscribeUrl }: MailPage): string {
  const colour = nearestReadable(business.brand.colour);
  const { subject, greeting, body, action, remarks, why } = words;
  const remark = (text: string) => html`<p class="quiet" style="margin:0 0 8px;${quiet}">${linked(text)}</p>\n`;
  const button =
    action === undefined || url === undefined
      ? html``
      : html`<p style="margin:24px 0"><a href="${url}" style="display:inline-block;background:${colour};color:#ffffff;padding:14px 24px;border-radius:8px;font-weight:600;text-decoration:none">${action}</a></p>
`;
  const address =
    action === undefined || url === undefined ? html`` : html`${remark(frame.noButton)}${addressLine(url)}`;
  const ending =
    unsubscribeUrl === undefined ? html`` : html`${remark(frame.unsubscribe)}${addressLine(unsubscribeUrl)}`;
  return html`<!doctype html>
<html lang="${tongue.language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>${subject}</title>
<style>${{ html: darkStyle }}</style></head>
<body class="page" style="margin:0;background:#f5f4f2;color:#1f1f1f;font:16px/1.5 system-ui,-apple-system,'Segoe UI',sans-serif">
<div class="sheet" style="max-width:560px;margin:0 auto;background:#ffffff;color:#1f1f1f">
<div style="background:${colour};color:#ffffff;padding:24px;font-size:20px;font-weight:600">${logoOf(business.brand.logo, site)}${business.name}</div>
<div class="text" style="padding:24px">
${paragraph(greeting)}${body.map((part) => (typeof part === 'string' ? paragraph(part) : partOf(part)))}${button}${remarks.map(remark)}${address}${why === undefined ? html`` : remark(why)}${ending}</div>
<p class="quiet rule" style="margin:0;padding:16px 24px;border-top:1px solid #e4e2de;font-size:13px;color:#595959">${contactLines(business).map((line) => html`${linked(line)}<br>`)}</p>
</div>
</body>
</html>
`.html;
}

const logoOf = (logo: string | undefined, site: string): Html =>
  logo === undefined
    ? html``
    : html`<img src="${site}/media/${logo.split('/').map(encodeURIComponent).join('/')}" alt="" height="40" style="display:block;height:40px;margin-bottom:12px">`;

const paragraph = (text: string): Html => html`<p style="margin:0 0 16px">${linked(text)}</p>\n`;

const addressLine = (url: string): Html =>
  html`<p class="quiet" style="margin:0 0 16px;${quiet};word-break:break-all"><a href="${url}" style="color:#595959">${url}</a></p>\n`;

function partOf({ heading, rows = [], lines = [] }: MailPart): Html {
  const title =
    heading === undefined
      ? html``
      : html`<h2 style="margin:24px 0 8px;font-size:16px;font-weight:600">${heading}</h2>\n`;
  const table =
    rows.length === 0
      ? html``
      : html`<table style="width:100%;margin:0 0 16px;border-collapse:collapse;font-size:15px">${rows.map(rowOf)}</table>\n`;
  const list =
    lines.length === 0
      ? html``
      : html`<p style="margin:0 0 16px;font-size:15px">${lines.map((line) => html`${linked(line)}<br>`)}</p>\n`;
  return html`${title}${table}${list}`;
}

function rowOf({ label, value, detail, strong }: MailRow): Html {
  const cell = `padding:8px 0;border-bottom:1px solid #e4e2de;vertical-align:top;font-weight:${strong ? 600 : 400}`;
  const below =
    detail === undefined ? html`` : html`<br><span class="quiet" style="${quiet};font-weight:400">${detail}</span>`;
  return html`<tr><th scope="row" class="rule" style="${cell};text-align:left;padding-right:16px">${label}${below}</th><td class="rule" style="${cell};text-align:right">${value}</td></tr>`;
}

/** Text in which web and mail addresses can be followed. */
function linked(text: string): Html[] {
  return text
    .split(/(https:\/\/[^\s<>"]*[^\s<>".,;:)]|[^\s<>(),;:"·]+@[^\s<>(),;:"·]+[^\s<>(),;:"·.])/)
    .map((piece, index) => {
      if (index % 2 === 0) return html`${piece}`;
      const to = piece.startsWith('https://') ? piece : `mailto:${piece}`;
      return html`<a href="${to}" style="color:inherit">${piece}</a>`;
    });
}
