import { randomUUID } from 'node:crypto';
import { AwsRefusal, isObject, type JsonObject } from '../protocol/aws-json.ts';
import type { Place } from '../protocol/place.ts';
import type { EventEnvelope, ServiceEvent } from './types.ts';

const maximumEntries = 10;
/** 1 MB for a whole request since January 2026 (it was 256 KB before). */
const maximumBytes = 1_048_576;

/** One entry of PutEvents: an event and its bus, or the failure reported for that entry alone. */
export type PutEntry =
  | { readonly ok: true; readonly busName: string; readonly event: EventEnvelope }
  | { readonly ok: false; readonly code: string; readonly message: string };

/**
 * Reads a PutEvents request. Refuses the whole call where AWS does (entry count, size, malformed request); everything
 * else fails the single entry. `now` (milliseconds) is the time of entries that bring none.
 */
export function readEntries(input: JsonObject, now: number, place: Place): PutEntry[] {
  const entries = input.Entries;
  if (!Array.isArray(entries))
    throw invalid("Value null at 'entries' failed to satisfy constraint: Member must not be null");
  if (entries.length === 0 || entries.length > maximumEntries) {
    const bound = entries.length === 0 ? 'greater than or equal to 1' : `less than or equal to ${maximumEntries}`;
    throw invalid(
      `Value '[PutEventsRequestEntry]' at 'entries' failed to satisfy constraint: Member must have length ${bound}`,
    );
  }
  const objects = entries.filter(isObject);
  if (objects.reduce((sum, entry) => sum + sizeOf(entry), 0) > maximumBytes) {
    throw new AwsRefusal('ValidationException', 'Total size of the entries in the request is over the limit.');
  }
  return objects.map((entry) => readEntry(entry, now, place));
}

/** The bytes AWS counts: 14 for a time, and the UTF-8 length of the texts. */
function sizeOf(entry: JsonObject): number {
  const texts = [entry.Source, entry.DetailType, entry.Detail, ...resourcesOf(entry)];
  const bytes = texts.reduce<number>((sum, text) => sum + (typeof text === 'string' ? Buffer.byteLength(text) : 0), 0);
  return bytes + (entry.Time === undefined ? 0 : 14);
}

function readEntry(entry: JsonObject, now: number, place: Place): PutEntry {
  for (const name of ['Source', 'DetailType', 'Detail']) {
    if (typeof entry[name] !== 'string' || entry[name] === '') {
      return refuse('InvalidArgument', `Parameter ${name} is not valid. Reason: ${name} is a required argument.`);
    }
  }
  const source = String(entry.Source);
  if (source.startsWith('aws.')) {
    return refuse('NotAuthorizedForSourceException', `Not authorized for the source ${source}.`);
  }
  const detailType = String(entry.DetailType);
  if (detailType.length > 128) {
    return refuse('InvalidArgument', 'Parameter DetailType is not valid. Reason: It is longer than 128 characters.');
  }
  const detail = parseDetail(String(entry.Detail));
  if (!detail) return refuse('MalformedDetail', 'Detail is malformed.');
  const seconds = entry.Time;
  const at = typeof seconds === 'number' ? seconds * 1000 : now;
  const event = envelopeOf({ source, detailType, resources: resourcesOf(entry), detail }, at, place);
  return { ok: true, busName: busNameOf(entry.EventBusName), event };
}

/** The envelope of an event at an instant (milliseconds). */
export function envelopeOf(
  { source, detailType, resources, detail }: Omit<ServiceEvent, 'source'> & { readonly source: string },
  at: number,
  { account, region }: Place,
): EventEnvelope {
  const id = randomUUID();
  return {
    version: '0',
    id,
    'detail-type': detailType,
    source,
    account,
    time: isoSeconds(at),
    region,
    resources,
    detail,
  };
}

/** ISO 8601 in whole seconds, as EventBridge writes times: `2026-03-01T09:00:00Z`. */
export function isoSeconds(milliseconds: number): string {
  return `${new Date(milliseconds).toISOString().slice(0, 19)}Z`;
}

function busNameOf(value: unknown): string {
  if (typeof value !== 'string' || value === '') return 'default';
  return value.startsWith('arn:') ? (value.split('/').at(-1) ?? value) : value;
}

function resourcesOf(entry: JsonObject): string[] {
  const resources = entry.Resources;
  return Array.isArray(resources) ? resources.map(String) : [];
}

function parseDetail(text: string): JsonObject | undefined {
  try {
    const detail: unknown = JSON.parse(text);
    return isObject(detail) ? detail : undefined;
  } catch {
    return undefined;
  }
}

function refuse(code: string, message: string): PutEntry {
  return { ok: false, code, message };
}

function invalid(detail: string): AwsRefusal {
  return new AwsRefusal('ValidationException', `1 validation error detected: ${detail}`);
}
