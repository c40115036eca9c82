import { Refusal } from '../../shared/domain/refusal.ts';

/** One JSON line on standard output, where Lambda's JSON logging takes it from. Fields hold ids and numbers only. */
export function log(
  level: 'info' | 'warn' | 'error',
  message: string,
  fields: Readonly<Record<string, unknown>>,
): void {
  process.stdout.write(`${JSON.stringify({ level, message, ...fields })}\n`);
}

/** Lines of a stack that a log keeps. */
const placesKept = 8;

/** An error without its message, which may quote somebody's data: a refusal's code, or a bug's kind and place. */
export function described(error: unknown): Readonly<Record<string, unknown>> {
  if (error instanceof Refusal) return { code: error.code };
  if (!(error instanceof Error)) return { error: typeof error };
  const places = (error.stack ?? '').split('\n').filter((line) => line.trimStart().startsWith('at '));
  return { error: error.name, ...saidByProvider(error), stack: places.slice(0, placesKept).map((line) => line.trim()) };
}

/** What tells the payment provider's errors apart, which all share one name; ids and codes only. */
function saidByProvider(error: Error): Readonly<Record<string, unknown>> {
  const { type, code, requestId } = error as { type?: unknown; code?: unknown; requestId?: unknown };
  return { type, code, requestId };
}
