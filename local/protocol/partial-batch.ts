import type { InvokeResult } from '../ports.ts';
import { isObject } from './aws-json.ts';

/**
 * The items of a batch that count as failed. Lambda's rules: an error fails all; with ReportBatchItemFailures an answer
 * names the failed ones, an empty list or no answer means success, and anything unreadable fails all.
 */
export function failedItems(result: InvokeResult, ids: readonly string[], reports: boolean): ReadonlySet<string> {
  if (!result.ok) return new Set(ids);
  if (!reports || result.payload === null || result.payload === undefined) return new Set();
  const failures = isObject(result.payload) ? result.payload.batchItemFailures : undefined;
  if (failures === undefined || failures === null) return isObject(result.payload) ? new Set() : new Set(ids);
  if (!Array.isArray(failures)) return new Set(ids);
  const named = failures.map((failure) => (isObject(failure) ? failure.itemIdentifier : undefined));
  const readable = named.filter((id) => typeof id === 'string' && ids.includes(id));
  return new Set(readable.length === named.length ? readable.map(String) : ids);
}
