import { describe, expect, test } from '@jest/globals';
import { entryView } from '../../functions/views/credit-view.ts';
import { recordBenefitUse, undoBenefitUse } from '../../shared/domain/benefit-use.ts';
import { emptyAccount } from '../../shared/domain/credit-account.ts';
import { replay } from '../../shared/domain/credit-chain.ts';
import type { Occasion } from '../../shared/domain/credit-decision.ts';
import { grantByHand } from '../../shared/domain/credit-grant.ts';
import { creditFindings } from '../../shared/domain/credit-invariants.ts';
import { redeem, undoRedemption } from '../../shared/domain/credit-use.ts';
import type { Benefit } from '../../shared/domain/plan.ts';
import type { Usability } from '../../shared/domain/standing.ts';
import { entryInWords } from '../../shared/wording/describe-entry.ts';
import { tongueOf } from '../../shared/wording/words.ts';
import { memberId, membershipId, serviceId } from '../support/invoices.ts';

const occasion: Occasion = { actor: { kind: 'operator' }, causeId: 'test', today: '2026-04-02', at: 1 };
const membership = { membershipId, period: { index: 2, start: '2026-03-31', end: '2026-04-30' } };
const everything: Benefit = { kind: 'discount', key: 'off', serviceIds: [], percent: 15 };
const sauna: Benefit = { kind: 'unlimited', key: 'sauna', serviceIds: [serviceId] };
const use = (benefit: Benefit | undefined, usability: Usability = 'usable', service = serviceId) =>
  recordBenefitUse(emptyAccount(memberId), { membership, benefit, serviceId: service, usability }, occasion);

describe('a discount or an unlimited service that was used (001-018)', () => {
  test('stands in the history like a visit, and changes no balance', () => {
    const { account, entries } = use(everything);
    expect(account.buckets).toEqual([]);
    const [entry] = entries;
    if (!entry) throw new Error('it is written down');
    const view = entryView(entry, account);
    expect(view).toMatchObject({ kind: 'USE', units: 0, quantity: 1, creditKind: 'discount', percent: 15, serviceId });
    const services = [{ serviceId, name: 'Facial', oneVisit: 'facial visit', visits: 'facial visits' }];
    expect(entryInWords(view, 'USD', services, tongueOf('en', 'en-US'))).toBe('15% off Facial');
    expect(creditFindings({ memberId, entries, stored: account })).toEqual([]);
  });

  test('can be taken back, and both lines stay', () => {
    const used = use(sauna);
    const [entry] = used.entries;
    if (!entry) throw new Error('it is written down');
    const undone = undoBenefitUse(used.account, entry, occasion);
    const entries = [...used.entries, ...undone.entries];
    expect(entries.map(({ kind }) => kind)).toEqual(['USE', 'UNUSE']);
    expect(replay(memberId, entries)).toEqual(undone.account);
    expect(() => undoRedemption(used.account, entry, occasion)).toThrow('not_a_redemption');
  });

  test.each<[string, () => unknown, string]>([
    ['while the membership rests', () => use(everything, 'on_hold'), 'credit_frozen'],
    ['before it begins', () => use(sauna, 'not_yet'), 'membership_not_running'],
    ['after it has ended', () => use(sauna, 'over'), 'membership_not_running'],
    ['for a service it is not for', () => use(sauna, 'usable', 'svc_other'), 'service_not_covered'],
    ['that the plan does not have', () => use(undefined), 'not_found'],
  ])('%s is refused', (_, run, code) => {
    expect(run).toThrow(expect.objectContaining({ code }));
  });
});

describe('the credit that staff choose instead of the one whose turn it is (rule C3)', () => {
  const [soon, later] = ['bkt_01JB0000000000000000000001', 'bkt_01JB0000000000000000000002'] as const;
  const give = (account = emptyAccount(memberId), bucketId: string = soon, expiresOn = '2026-04-10') =>
    grantByHand(
      account,
      { bucketId, kind: 'visits', serviceIds: [serviceId], units: 1, expiresOn, reason: 'goodwill' },
      occasion,
    ).account;
  const account = give(give(), later, '2026-12-31');
  const take = (bucketId: string, units = 1) =>
    redeem(account, { kind: 'visits', serviceId, units, from: { bucketId, reason: 'client_asked' } }, occasion);

  test('is the one that is used, with the reason in the books', () => {
    expect(take(later).entries).toMatchObject([{ bucketId: later, reason: { code: 'client_asked' } }]);
  });
  test('gives nothing from another one when it is not enough', () => {
    expect(() => take(later, 2)).toThrow(expect.objectContaining({ code: 'insufficient_credit' }));
    expect(() => take('bkt_01JB0000000000000000000009')).toThrow(
      expect.objectContaining({ code: 'service_not_covered' }),
    );
  });
});
