import * as z from 'zod/mini';
import { DocumentId } from './ids.ts';
import { Line } from './text.ts';
import { Instant } from './time.ts';

/** Longest accepted document, in bytes. */
export const longestDocument = 10 * 1024 * 1024;

/** A PDF on a client's profile (002-024). `expected` until its bytes have arrived and were checked. */
export const ClientDocument = z.strictObject({
  documentId: DocumentId,
  name: Line(120),
  state: z.enum(['expected', 'stored']),
  bytes: z.optional(z.int().check(z.minimum(1), z.maximum(longestDocument))),
  addedBy: z.string(),
  addedAt: Instant,
});
export type ClientDocument = z.infer<typeof ClientDocument>;
