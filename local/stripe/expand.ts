import type { Books } from './books.ts';
import { listOf } from './lists.ts';
import { invalid } from './refusal.ts';

type Fields = Readonly<Record<string, unknown>>;

const collections: Readonly<Record<string, keyof Books>> = {
  cus: 'customers',
  pm: 'paymentMethods',
  seti: 'setupIntents',
  pi: 'paymentIntents',
  ch: 'charges',
  re: 'refunds',
  du: 'disputes',
  cs: 'sessions',
};

// Named by a path of their own although the object does not carry them unless asked.
const lists: Readonly<Record<string, (books: Books, id: string) => unknown>> = {
  'charge.refunds': (books, id) =>
    listOf(`/v1/charges/${id}/refunds`, books.refunds, {}, (refund) => refund.charge === id),
  'checkout.session.line_items': (books, id) => ({
    object: 'list',
    url: `/v1/checkout/sessions/${id}/line_items`,
    has_more: false,
    data: books.orders.get(id)?.lines ?? [],
  }),
};

/**
 * The object with references replaced by what they refer to, along paths such as `payment_intent.latest_charge` or, in a
 * list, `data.customer`. @throws {StripeRefusal} 400 for a field that is none or refers to nothing.
 */
export function expand(books: Books, value: unknown, paths: readonly string[]): unknown {
  return paths.reduce((current, path) => along(books, current, path.split('.'), path), value);
}

function along(books: Books, value: unknown, names: readonly string[], path: string): unknown {
  const [name, ...rest] = names;
  if (name === undefined || value === null) return value;
  if (Array.isArray(value)) return value.map((each) => along(books, each, names, path));
  if (!isFields(value)) throw notExpandable(path);
  const inner = inside(books, value, name, path);
  return { ...value, [name]: along(books, inner, rest, path) };
}

function inside(books: Books, value: Fields, name: string, path: string): unknown {
  const list = lists[`${value.object}.${name}`];
  if (list !== undefined) return list(books, String(value.id));
  const inner = value[name];
  if (inner === null || isFields(inner) || Array.isArray(inner)) return inner;
  const collection = typeof inner === 'string' ? collections[inner.split('_')[0] ?? ''] : undefined;
  const found = collection === undefined ? undefined : books[collection].get(String(inner));
  if (found === undefined) throw notExpandable(path);
  return found;
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const notExpandable = (path: string) => invalid(`This property cannot be expanded (${path}).`, { param: 'expand' });
