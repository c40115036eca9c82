import type { Context } from 'aws-lambda';
import { log } from '../runtime/log.ts';
import type { Swept } from './sweep.ts';

/** Milliseconds that a scheduled run keeps for the page it is at. */
const reserve = 15_000;

/** Whether a run may begin another page. */
export const timeLeft =
  (context: Pick<Context, 'getRemainingTimeInMillis'>): (() => boolean) =>
  () =>
    context.getRemainingTimeInMillis() > reserve;

/** The one log line of a sweep; a warning when the next run has to go on. */
export const reportSweep = (work: string, swept: Swept, asOf: string): void =>
  log(swept.outcome === 'done' ? 'info' : 'warn', work, { ...swept, asOf });
