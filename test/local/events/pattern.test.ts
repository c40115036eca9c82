import { expect, test } from '@jest/globals';
import { compileFilters, compilePattern, InvalidEventPatternException } from '../../../local/events/pattern.ts';

const event = {
  source: 'regulars.billing',
  'detail-type': 'PaymentFailed',
  resources: ['arn:one', 'arn:two'],
  detail: {
    amount: 4900,
    currency: 'EUR',
    note: null,
    retried: false,
    ip: '10.0.3.7',
    lines: [{ plan: 'gold' }, { plan: 'basic' }],
  },
};

test.each<[string, unknown, boolean]>([
  ['an exact value', { source: ['regulars.billing'] }, true],
  ['one of several', { source: ['a', 'regulars.billing'] }, true],
  ['another value', { source: ['regulars.credits'] }, false],
  ['two keys that both hold', { source: ['regulars.billing'], 'detail-type': ['PaymentFailed'] }, true],
  ['two keys of which one holds', { source: ['regulars.billing'], 'detail-type': ['PaymentTaken'] }, false],
  ['a number', { detail: { amount: [4900] } }, true],
  ['a number written as text', { detail: { amount: ['4900'] } }, false],
  ['null and false', { detail: { note: [null], retried: [false] } }, true],
  ['any value of a list', { resources: ['arn:two'] }, true],
  ['a field of objects in a list', { detail: { lines: { plan: ['basic'] } } }, true],
  ['a prefix', { source: [{ prefix: 'regulars.' }] }, true],
  ['a prefix in another case', { source: [{ prefix: { 'equals-ignore-case': 'REGULARS.' } }] }, true],
  ['a wrong prefix', { source: [{ prefix: 'billing' }] }, false],
  ['a suffix', { source: [{ suffix: '.billing' }] }, true],
  ['equality without case', { 'detail-type': [{ 'equals-ignore-case': 'paymentfailed' }] }, true],
  ['a wildcard', { source: [{ wildcard: 'reg*.bil*ng' }] }, true],
  ['a wildcard that does not fit', { source: [{ wildcard: 'reg*.credit*' }] }, false],
  ['an escaped star', { source: [{ wildcard: 'regulars\\*billing' }] }, false],
  ['anything but', { source: [{ 'anything-but': 'aws.ec2' }] }, true],
  ['anything but a list', { source: [{ 'anything-but': ['x', 'regulars.billing'] }] }, false],
  ['anything but a prefix', { source: [{ 'anything-but': { prefix: 'regulars.' } }] }, false],
  ['anything but, of a missing field', { detail: { member: [{ 'anything-but': 'x' }] } }, false],
  ['a number in a range', { detail: { amount: [{ numeric: ['>', 0, '<=', 4900] }] } }, true],
  ['a number out of a range', { detail: { amount: [{ numeric: ['<', 4900] }] } }, false],
  ['a field that exists', { detail: { note: [{ exists: true }] } }, true],
  ['a field that does not exist', { detail: { member: [{ exists: false }] } }, true],
  ['a field under a missing object', { detail: { member: { id: [{ exists: false }] } } }, true],
  ['an object asked to exist', { detail: [{ exists: true }] }, false],
  ['an address in a range', { detail: { ip: [{ cidr: '10.0.0.0/16' }] } }, true],
  ['an alternative', { $or: [{ source: ['x'] }, { detail: { currency: ['EUR'] } }] }, true],
  [
    'no alternative',
    { $or: [{ source: ['x'] }, { detail: { currency: ['USD'] } }], source: ['regulars.billing'] },
    false,
  ],
])('a pattern with %s', (_, pattern, matches) => {
  expect(compilePattern(pattern)(event)).toBe(matches);
  expect(compilePattern(JSON.stringify(pattern))(event)).toBe(matches);
});

test.each<[string, unknown, string]>([
  ['an unknown matcher', { source: [{ sounds: 'x' }] }, 'Unrecognized match type sounds'],
  ['a plain value', { source: 'x' }, '"source" must be an object or an array'],
  ['an empty object', { detail: {} }, 'Empty objects are not allowed'],
  ['an empty list', { source: [] }, 'Empty arrays are not allowed'],
  ['a suffix list', { source: [{ suffix: ['x'] }] }, 'suffix match pattern must be a string'],
  ['two matchers in one', { source: [{ prefix: 'a', suffix: 'b' }] }, 'Only one key allowed in match expression'],
  ['a vague exists', { source: [{ exists: 'yes' }] }, 'exists match pattern must be either true or false.'],
  ['an odd numeric', { a: [{ numeric: ['~', 1] }] }, 'Unrecognized numeric range operator: ~'],
  ['two stars in a row', { a: [{ wildcard: 'x**' }] }, 'Consecutive wildcard characters'],
  ['text that is not JSON', '{', 'Filter is not an object'],
])('%s is refused as AWS refuses it', (_, pattern, reason) => {
  expect(() => compilePattern(pattern)).toThrow(new InvalidEventPatternException(reason));
  expect(() => compilePattern(pattern)).toThrow(/^Event pattern is not valid. Reason: /);
});

test('filter criteria pass what any of them matches, and everything when there are none', () => {
  const insert = { eventName: 'INSERT', dynamodb: { Keys: { pk: { S: 'EVENT#1' } } } };
  expect(compileFilters([])(insert)).toBe(true);
  expect(
    compileFilters([{ eventName: ['REMOVE'] }, { dynamodb: { Keys: { pk: { S: [{ prefix: 'EVENT#' }] } } } }])(insert),
  ).toBe(true);
  expect(compileFilters([{ eventName: ['REMOVE'] }])(insert)).toBe(false);
});
