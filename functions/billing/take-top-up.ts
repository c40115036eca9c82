import { localDateOf } from '../../shared/domain/calendar.ts';
import type { Invoice } from '../../shared/domain/invoice.ts';
import { emptyMoneyAccount, enterMoney } from '../../shared/domain/money-account.ts';
import { lineOf } from '../../shared/domain/period-invoice.ts';
import type { Checkout } from '../gateways/payments.ts';
import { change } from '../store/change.ts';
import { invoiceWrite, readInvoice } from '../store/invoice-rows.ts';
import { moneyWrites } from '../store/money-writes.ts';
import { outcomeOf } from './charge-membership.ts';
import { configurationOf, loadPerson, type Person, personEvent } from './person.ts';
import { sellerOf } from './scene.ts';
import type { BillingWorld } from './world.ts';

/** Puts money that a member paid in on the provider's page into account credit, with a receipt; once per page. */
export async function takeTopUp(world: BillingWorld, person: Person, { payment, metadata }: Checkout): Promise<void> {
  const outcome = payment && outcomeOf(payment);
  const { invoiceId } = metadata;
  if (outcome?.kind !== 'succeeded' || payment?.kind !== 'succeeded' || invoiceId === undefined) return;
  const { slug, memberId, actor, at } = person;
  const business = (await configurationOf(world, slug)).business.value;
  const today = localDateOf(at, business.timeZone);
  const { amount } = payment;
  await change(
    world.table,
    async () => {
      if (await readInvoice(world.table, slug, memberId, invoiceId)) return { writes: [], reply: undefined };
      const { money } = await loadPerson(world, person);
      const { account, entry } = enterMoney(money?.value ?? emptyMoneyAccount(memberId, business.currency), {
        kind: 'TOP_UP',
        amount,
        reason: { code: 'paid_in' },
        actor,
        causeId: invoiceId,
        on: today,
        at,
      });
      const invoice: Invoice = {
        invoiceId,
        memberId,
        cause: { kind: 'account_credit' },
        currency: business.currency,
        // Taxed when it is spent: until then nobody knows on what.
        lines: [lineOf({ kind: 'account_credit' }, amount, undefined)],
        total: amount,
        creditApplied: 0,
        seller: sellerOf(business),
        issuedAt: at,
        issuedOn: today,
        state: 'paid',
        paidAt: at,
        paidOn: today,
        payment: outcome.payment,
        attempts: [],
        refunds: [],
        grants: [],
      };
      return {
        writes: [
          invoiceWrite(slug, undefined, invoice, personEvent(world, person, 'invoice.paid', { invoiceId })),
          ...moneyWrites(money, account, entry, {
            slug,
            event: personEvent(world, person, 'account_credit.changed', { invoiceId }),
          }),
        ],
        reply: undefined,
      };
    },
    { pause: world.chance.pause },
  );
}
