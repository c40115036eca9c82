import * as z from 'zod/mini';
import { NoteId } from './ids.ts';
import { Lines } from './text.ts';
import { Instant } from './time.ts';

/** A word among staff about a client: never in a client's view, export or mail (002-022). */
export const Note = z.strictObject({
  noteId: NoteId,
  text: Lines(2000),
  writtenBy: z.string(),
  writtenAt: Instant,
});
export type Note = z.infer<typeof Note>;
