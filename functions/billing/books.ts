import { localDateOf } from '../../shared/domain/calendar.ts';
import type { CreditDecision, Occasion } from '../../shared/domain/credit-decision.ts';
import type { Invoice } from '../../shared/domain/invoice.ts';
import { emptyMoneyAccount, type MoneyAccount, type MoneyEntry } from '../../shared/domain/money-account.ts';
import { refuseUnless } from '../../shared/domain/refusal.ts';
import type { Configuration } from '../store/configuration.ts';
import { creditWrites } from '../store/credit-writes.ts';
import { invoiceWrite, readInvoice, type StoredInvoice } from '../store/invoice-rows.ts';
import type { MemberSnapshot } from '../store/member-snapshot.ts';
import { moneyWrites } from '../store/money-writes.ts';
import type { Write } from '../store/table.ts';
import { configurationOf, loadPerson, type Person, personEvent } from './person.ts';
import type { BillingWorld } from './world.ts';

/** An invoice with everything that giving its money back touches. */
export interface Books {
  readonly configuration: Configuration;
  readonly snapshot: MemberSnapshot;
  readonly stored: StoredInvoice;
  readonly invoice: Invoice;
  readonly account: MemberSnapshot['account']['value'];
  readonly money: MoneyAccount;
  readonly occasion: Occasion;
}

/** Refuses `not_found`. */
export async function openBooks(world: BillingWorld, person: Person, invoiceId: string): Promise<Books> {
  const { slug, memberId, actor, at, requestId } = person;
  const [configuration, snapshot, stored] = await Promise.all([
    configurationOf(world, slug),
    loadPerson(world, person),
    readInvoice(world.table, slug, memberId, invoiceId),
  ]);
  refuseUnless(stored, 'not_found');
  const { timeZone, currency } = configuration.business.value;
  return {
    configuration,
    snapshot,
    stored,
    invoice: stored.value,
    account: snapshot.account.value,
    money: snapshot.money?.value ?? emptyMoneyAccount(memberId, currency),
    occasion: { actor, causeId: requestId, today: localDateOf(at, timeZone), at },
  };
}

/** The writes of a step: the invoice always, the credits and the account credit where they change. */
export function bookWrites(
  world: Pick<BillingWorld, 'chance'>,
  person: Person,
  { configuration, snapshot, stored }: Books,
  step: {
    readonly invoice: Invoice;
    readonly credits: CreditDecision;
    readonly money?: MoneyAccount;
    readonly moneyEntry?: MoneyEntry | undefined;
  },
): Write[] {
  const { slug, at, requestId } = person;
  const { invoice, credits, money, moneyEntry } = step;
  return [
    invoiceWrite(slug, stored, invoice, stored.event),
    ...creditWrites(snapshot, credits, {
      slug,
      timeZone: configuration.business.value.timeZone,
      requestId,
      newEventId: () => world.chance.newId('event', at),
    }),
    ...(money === undefined
      ? []
      : moneyWrites(snapshot.money, money, moneyEntry, {
          slug,
          event: personEvent(world, person, 'account_credit.changed', { invoiceId: invoice.invoiceId }),
        })),
  ];
}
