import type { MailPart, MailRow } from '../../shared/wording/mails/mail-words.ts';
import { contactLines, type MailPage } from './mail-page.ts';

/** A mail as plain text. */
export function mailText({ words, url, business, frame, unsubscribeUrl }: MailPage): string {
  const { greeting, body, action, remarks, why } = words;
  return [
    greeting,
    ...body.map((part) => (typeof part === 'string' ? part : partText(part))),
    ...(action === undefined || url === undefined ? [] : [`${action}:\n${url}`]),
    ...remarks,
    ...(why === undefined ? [] : [why]),
    ...(unsubscribeUrl === undefined ? [] : [`${frame.unsubscribe}\n${unsubscribeUrl}`]),
    `-- \n${contactLines(business).join('\n')}`,
  ].join('\n\n');
}

const partText = ({ heading, rows = [], lines = [] }: MailPart): string =>
  [...(heading === undefined ? [] : [`${heading}:`]), ...rows.map(rowText), ...lines].join('\n');

const rowText = ({ label, value, detail }: MailRow): string =>
  detail === undefined ? `${label}: ${value}` : `${label}: ${value} (${detail})`;
