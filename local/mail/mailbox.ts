import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import * as z from 'zod/mini';

const StoredMailSchema = z.object({
  id: z.string(),
  /** ISO 8601. */
  at: z.string(),
  from: z.string(),
  /** The recipients it was handed over for, blind copies included. */
  to: z.array(z.string()),
  subject: z.string(),
  text: z.string(),
  html: z.string(),
  headers: z.record(z.string(), z.string()),
  tags: z.record(z.string(), z.string()),
  configurationSet: z.optional(z.string()),
  attachments: z.array(z.object({ name: z.string(), type: z.string(), bytes: z.number() })),
});

/** One mail that SES would have sent. */
export type StoredMail = z.infer<typeof StoredMailSchema>;

export type Mailbox = ReturnType<typeof openMailbox>;

const kept = 500;

/** Keeps the last 500 mails, newest first: in `dataFile`, or in memory without one. */
export function openMailbox(dataFile?: string) {
  const stored: unknown = dataFile && existsSync(dataFile) ? JSON.parse(readFileSync(dataFile, 'utf8')) : [];
  let mails = z.parse(z.array(StoredMailSchema), stored);
  return {
    mails: (): readonly StoredMail[] => mails,
    find: (id: string) => mails.find((mail) => mail.id === id),
    add(mail: StoredMail): void {
      mails = [mail, ...mails].slice(0, kept);
      if (!dataFile) return;
      mkdirSync(dirname(dataFile), { recursive: true });
      writeFileSync(`${dataFile}.new`, JSON.stringify(mails), { mode: 0o600 });
      renameSync(`${dataFile}.new`, dataFile);
    },
  };
}
