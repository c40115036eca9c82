import type { RefusalCode } from '../domain/refusal.ts';

/** Values that came with a refusal. Programs wrote them, but over the wire: a sentence must survive any of them missing. */
export type RefusalDetails = Readonly<Record<string, unknown>>;
export type RefusalSentences = Readonly<
  Record<RefusalCode | 'internal_error', string | ((details: RefusalDetails) => string)>
>;
