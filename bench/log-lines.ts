import * as z from 'zod/mini';

const Line = z.object({
  message: z.string(),
  outcome: z.string(),
  tableCalls: z.number(),
  readUnits: z.number(),
  writeUnits: z.number(),
});
export type Line = z.infer<typeof Line>;

/** Runs work whose log would flood the screen. Answers the lines of the worker of the billing queue. */
export async function withLog(work: () => Promise<void>): Promise<Line[]> {
  const texts: string[] = [];
  const { write } = process.stdout;
  process.stdout.write = (text: string | Uint8Array) => texts.push(String(text)) > 0;
  try {
    await work();
  } finally {
    process.stdout.write = write;
  }
  return texts.map((text) => Line.parse(JSON.parse(text))).filter(({ message }) => message === 'bill-memberships');
}
