import type Stripe from 'stripe';
import { invalid } from './refusal.ts';

/** Whether a payment matches all clauses of a query. */
export type Match = (intent: Stripe.PaymentIntent) => boolean;

const clause =
  /^\s*(?:AND\s+)?(-?)(?:metadata\[(["'])(.+?)\2\]|(\w+))\s*(:|>=|<=|>|<)\s*(?:(["'])(.*?)\6|(\d+))(?=\s|$)/i;

/**
 * Reads Stripe's query language as far as payments need it: clauses on metadata, status, customer, currency, amount and
 * created, joined by AND or a space. @throws {StripeRefusal} 400 for everything else.
 */
export function parseQuery(query: string): Match {
  const matches: Match[] = [];
  let rest = query;
  while (rest.trim() !== '') {
    const found = clause.exec(rest);
    if (found === null) throw invalid('Unable to parse the search query.', { param: 'query' });
    const [whole, not, , key, field, operator = ':', , quoted, number] = found;
    const match = matcher(key, field, operator, quoted ?? Number(number));
    matches.push(not === '-' ? (intent) => !match(intent) : match);
    rest = rest.slice(whole.length);
  }
  if (matches.length === 0) throw invalid('The search query is empty.', { param: 'query' });
  return (intent) => matches.every((match) => match(intent));
}

function matcher(key: string | undefined, field: string | undefined, operator: string, value: string | number): Match {
  if (key !== undefined && operator === ':') return (intent) => intent.metadata[key] === String(value);
  switch (field) {
    case 'status':
    case 'customer':
    case 'currency':
      if (operator === ':') return (intent) => intent[field] === value;
      break;
    case 'amount':
    case 'created':
      return (intent) => compare(intent[field], operator, Number(value));
  }
  throw invalid(`The search cannot filter by ${field ?? key} with ${operator}.`, { param: 'query' });
}

function compare(left: number, operator: string, right: number): boolean {
  switch (operator) {
    case '>':
      return left > right;
    case '>=':
      return left >= right;
    case '<':
      return left < right;
    case '<=':
      return left <= right;
    default:
      return left === right;
  }
}
