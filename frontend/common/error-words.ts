import { NoAnswerError, ProblemError } from '../../shared/contract/client.ts';
import type { Language } from '../../shared/domain/business.ts';
import { noAnswerSentence, unexpectedSentence } from '../../shared/wording/connection.ts';

/** The sentence to show for anything that a call may reject with. The API’s own sentence is already for people. */
export function errorWords(error: unknown, language: Language): string {
  if (error instanceof ProblemError) return error.problem.detail;
  if (error instanceof NoAnswerError) return noAnswerSentence[language];
  return unexpectedSentence[language];
}

/** What is wrong with each field of a refused form, by the field’s name; empty for every other error. */
export function fieldProblems(error: unknown): Readonly<Record<string, string>> {
  const errors = error instanceof ProblemError ? (error.problem.errors ?? []) : [];
  return Object.fromEntries(errors.map(({ field, problem }) => [field, problem]));
}

/** True when the API refused with this code. */
export const isRefusal = (error: unknown, code: ProblemError['problem']['code']): boolean =>
  error instanceof ProblemError && error.problem.code === code;
