import type { Business } from '../../shared/domain/business.ts';
import type { MailWords } from '../../shared/wording/mails/mail-words.ts';
import { type MailKind, mailsIn } from '../../shared/wording/mails/mails.ts';
import type { Tongue } from '../../shared/wording/words.ts';
import type { Mail } from '../gateways/mailer.ts';
import { mailHtml } from './mail-html.ts';
import type { MailPage } from './mail-page.ts';
import { mailText } from './mail-text.ts';

/** A mail in words, before it gets the business's looks. */
export interface Letter {
  readonly kind: MailKind;
  readonly to: string;
  readonly tongue: Tongue;
  readonly words: MailWords;
  /** Where the button leads; it may hold a link's token. */
  readonly url?: string | undefined;
  /** The token with which the reader can end such mails (rule M2); none in mails that are required. */
  readonly unsubscribeToken?: string | undefined;
}

/** The mail in the business's name and colour, as HTML and as text. `site` has no slash at its end. */
export function mailOf(letter: Letter, business: Business, site: string, tags: Mail['tags']): Mail {
  const { to, tongue, words, url, unsubscribeToken: token } = letter;
  const { email } = business.contact;
  const unsubscribeUrl = token === undefined ? undefined : `${site}/portal/unsubscribe#${token}`;
  const page: MailPage = { words, url, business, tongue, frame: mailsIn(tongue.language).frame, site, unsubscribeUrl };
  return {
    to,
    fromName: business.name,
    ...(email === undefined ? {} : { replyTo: email }),
    subject: words.subject,
    html: mailHtml(page),
    text: mailText(page),
    tags,
    ...(token === undefined
      ? {}
      : {
          unsubscribe: {
            url: `${site}/api/${business.slug}/public/unsubscribe/${token}`,
            ...(email === undefined ? {} : { mailTo: email }),
          },
        }),
  };
}
