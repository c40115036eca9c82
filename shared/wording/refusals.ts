import type { Language } from '../domain/business.ts';
import type { RefusalCode } from '../domain/refusal.ts';
import type { RefusalDetails, RefusalSentences } from './refusal-sentences.ts';
import { refusalsDe } from './refusals.de.ts';
import { refusalsEn } from './refusals.en.ts';

const sentences: Readonly<Record<Language, RefusalSentences>> = { en: refusalsEn, de: refusalsDe };

/** What a person reads when something is refused: what happened, then what to do. */
export function refusalSentence(
  code: RefusalCode | 'internal_error',
  language: Language,
  details: RefusalDetails = {},
): string {
  const sentence = sentences[language][code];
  return typeof sentence === 'string' ? sentence : sentence(details);
}
