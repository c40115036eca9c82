import type { Language } from '../../domain/business.ts';
import type { MailFacts, MailKind, MailSentences, MailWords } from './mail-words.ts';
import { mailsDe } from './mails.de.ts';
import { mailsEn } from './mails.en.ts';

const sentences: Readonly<Record<Language, MailSentences>> = { en: mailsEn, de: mailsDe };

/** The parts of a mail in a language. */
export const mailWords = (kind: MailKind, language: Language, facts: MailFacts): MailWords =>
  sentences[language][kind](facts);
