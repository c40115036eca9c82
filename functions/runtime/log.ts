/** One JSON line on standard output, where Lambda's JSON logging takes it from. Fields hold ids and numbers only. */
export function log(
  level: 'info' | 'warn' | 'error',
  message: string,
  fields: Readonly<Record<string, unknown>>,
): void {
  process.stdout.write(`${JSON.stringify({ level, message, ...fields })}\n`);
}
