import { AwsRefusal, isObject, type JsonObject, requireString } from '../protocol/aws-json.ts';

/** Runs a batch request entry by entry: a refused entry fails alone. */
export function batch(input: JsonObject, run: (entry: JsonObject) => object | undefined | undefined) {
  const entries = Array.isArray(input.Entries) ? input.Entries.filter(isObject) : [];
  const ids = entries.map((entry) => requireString(entry, 'Id'));
  if (ids.length === 0) throw new AwsRefusal('EmptyBatchRequest', 'There should be at least one entry in the request.');
  if (ids.length > 10) {
    throw new AwsRefusal('TooManyEntriesInBatchRequest', 'Maximum number of entries per request are 10.');
  }
  if (new Set(ids).size < ids.length) {
    throw new AwsRefusal('BatchEntryIdsNotDistinct', 'Two or more batch entries in the request have the same Id.');
  }
  const Successful: object[] = [];
  const Failed: object[] = [];
  for (const entry of entries) {
    try {
      Successful.push({ Id: entry.Id, ...run(entry) });
    } catch (error) {
      if (!(error instanceof AwsRefusal)) throw error;
      Failed.push({ Id: entry.Id, SenderFault: true, Code: error.code, Message: error.message });
    }
  }
  return { Successful, Failed };
}
