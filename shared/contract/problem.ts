import * as z from 'zod/mini';
import { refusalCodes } from '../domain/refusal.ts';

/**
 * The body of every answer that is not a success, `application/problem+json` (RFC 9457). `detail` is the sentence for
 * people; `code` is for programs; `errors` names the fields of a malformed request; `requestId` finds the log line.
 */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  code: z.enum([...refusalCodes, 'internal_error']),
  requestId: z.string(),
  errors: z.optional(z.array(z.object({ field: z.string(), problem: z.string() }))),
  details: z.optional(z.record(z.string(), z.unknown())),
});
export type Problem = z.infer<typeof Problem>;

export const problemType = (code: string): string => `https://regulars.example/problems/${code}`;
