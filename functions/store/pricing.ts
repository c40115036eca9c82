/**
 * What DynamoDB charges, by its published rules. DynamoDB Local's ConsumedCapacity is wrong for transactions, so units
 * are computed from what is sent and received.
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/CapacityUnitCalculations.html
 */

const bytesOf = (text: string) => Buffer.byteLength(text, 'utf8');

/** One byte for two significant digits, one for the exponent, one for a minus sign. */
function sizeOfNumber(value: number): number {
  const digits = Math.abs(value)
    .toExponential()
    .replace(/e.*$|\D/g, '').length;
  return value === 0 ? 1 : Math.ceil(digits / 2) + 1 + (value < 0 ? 1 : 0);
}

const sum = (sizes: readonly number[]) => sizes.reduce((total, size) => total + size, 0);

/** Names and values of what is stored; `undefined` is not. */
const sizesOfAttributes = (attributes: object): readonly number[] =>
  Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => bytesOf(name) + sizeOfValue(value));

function sizeOfValue(value: unknown): number {
  if (typeof value === 'string') return bytesOf(value);
  if (typeof value === 'number') return sizeOfNumber(value);
  if (typeof value !== 'object' || value === null) return 1;
  const sizes = Array.isArray(value) ? value.map(sizeOfValue) : sizesOfAttributes(value);
  return 3 + sum(sizes) + sizes.length;
}

/** Bytes of an item: the names and values of its attributes. */
export const itemSize = (item: object): number => sum(sizesOfAttributes(item));

/** Read units of one item, or of all items of one Query: a strongly consistent one per started 4 KB, half otherwise. */
export const readUnits = (bytes: number, consistent: boolean): number =>
  Math.max(1, Math.ceil(bytes / 4096)) * (consistent ? 1 : 0.5);

/** Write units of one item: one per started KB, twice that in a transaction. */
export const writeUnits = (bytes: number, inTransaction: boolean): number =>
  Math.max(1, Math.ceil(bytes / 1024)) * (inTransaction ? 2 : 1);
