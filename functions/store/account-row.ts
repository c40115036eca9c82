import { type Bucket, CreditAccount } from '../../shared/domain/credit-account.ts';
import { parseRow, type Stored } from './stored.ts';
import type { Row } from './table.ts';

/**
 * How an account is written (decision 39). It is written with every use and every renewal, twice its size in units, and
 * says the same ids and names many times: so each id stands once in `ids`, and fields have short names.
 */
const shortNames = {
  bucketId: 'i',
  kind: 'k',
  serviceIds: 's',
  expiresOn: 'e',
  grantedOn: 'g',
  source: 'f',
  membershipId: 'm',
  planId: 'p',
  periodIndex: 'x',
  granted: 'n',
  available: 'a',
} as const;
const longNames = new Map<string, string>(Object.entries(shortNames).map(([long, short]) => [short, long]));
const shortNameOf = new Map<string, string>(Object.entries(shortNames));

/** An id, and what may follow it in the name of a bucket. */
const withId = /^([a-z]{3}_[0-9A-HJKMNP-TV-Z]{26})(.*)$/;
/** Marks a string that begins with the id of that place in `ids`. */
const mark = /^~(\d+)(.*)$/;

interface PackedAccount {
  readonly ids: readonly string[];
  readonly buckets: readonly unknown[];
}

/** The data of an account's row. */
export function packAccount({ memberId, buckets, head }: CreditAccount): object {
  const ids: string[] = [];
  const packText = (text: string): string => {
    const [, id, rest = ''] = withId.exec(text) ?? [];
    if (id === undefined) return text.startsWith('~') ? `~${text}` : text;
    if (!ids.includes(id)) ids.push(id);
    return `~${ids.indexOf(id)}${rest}`;
  };
  const packed = buckets.map((bucket) => translate(withoutSource(bucket), shortNameOf, packText));
  return { memberId, ids, buckets: packed, head };
}

/** What the data of a row says; an account that an earlier version has written is as it is. */
export function unpackAccount(data: unknown): unknown {
  if (!isPacked(data)) return data;
  const { ids, buckets, ...rest } = data;
  const unpackText = (text: string): string => {
    if (text.startsWith('~~')) return text.slice(1);
    const [, place, after = ''] = mark.exec(text) ?? [];
    const id = ids[Number(place)];
    return id === undefined ? text : `${id}${after}`;
  };
  return { ...rest, buckets: buckets.map((bucket) => withSource(translate(bucket, longNames, unpackText))) };
}

/** The account of a row. Throws a DamagedRow. */
export const accountOf = (row: Row): Stored<CreditAccount> =>
  parseRow(CreditAccount, { ...row, data: unpackAccount(row.data) });

const isPacked = (data: unknown): data is PackedAccount & object =>
  typeof data === 'object' && data !== null && 'ids' in data && Array.isArray(data.ids) && 'buckets' in data;

/** A bucket of a membership is named after it and its period: of its source, only the plan is to be said. */
function withoutSource({ source, ...bucket }: Bucket): object {
  const isNamed =
    source.kind === 'membership' && bucket.bucketId.startsWith(`${source.membershipId}.${source.periodIndex}.`);
  return { ...bucket, source: isNamed ? source.planId : source };
}

function withSource(bucket: unknown): unknown {
  if (typeof bucket !== 'object' || bucket === null) return bucket;
  const { bucketId, source } = bucket as { bucketId?: unknown; source?: unknown };
  if (typeof source !== 'string' || typeof bucketId !== 'string') return bucket;
  const [membershipId, index] = bucketId.split('.');
  return { ...bucket, source: { kind: 'membership', membershipId, planId: source, periodIndex: Number(index) } };
}

/** The same value with other names of fields and other texts. */
function translate(value: unknown, names: ReadonlyMap<string, string>, text: (text: string) => string): unknown {
  if (typeof value === 'string') return text(value);
  if (Array.isArray(value)) return value.map((item) => translate(item, names, text));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== undefined)
      .map(([name, inner]) => [names.get(name) ?? name, translate(inner, names, text)]),
  );
}
