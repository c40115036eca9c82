import * as z from 'zod/mini';

/** What is offered to members beside “Cancel now” (rule K5): nothing, until the owner decides otherwise. */
export const SaveOffer = z.enum(['none', 'pause', 'question']);
export type SaveOffer = z.infer<typeof SaveOffer>;
export type MadeOffer = Exclude<SaveOffer, 'none'>;
