import { finishOnboarding, numberOf, submitCard } from '../../local/seed/provider-pages.ts';
import type { MemberDetails } from '../../shared/domain/member.ts';
import { newEmail, newKey, openSalon } from './scenario.ts';
import type { System } from './system.ts';

/** A salon of its own for one suite that takes cards. */
export type PayingSalon = Awaited<ReturnType<typeof openPayingSalon>>;

/** Opens a salon and connects its payments on the provider's page, as its owner would. */
export async function openPayingSalon(system: System, given: Parameters<typeof openSalon>[1] = {}) {
  const salon = await openSalon(system, given);
  const { client } = salon.owner;
  const { url } = await client.connectPayments({ body: {}, idempotencyKey: newKey() });
  await finishOnboarding(url);
  const { state } = await client.getPayments({});
  if (state !== 'connected') throw new Error(`the salon cannot take cards: ${state}`);

  /** The client enters a card on the provider's page, opened at the desk; coming back puts it on file. */
  async function putCardOnFile(memberId: string, number: string = numberOf.works) {
    const page = await client.startClientCardUpdate({ path: { memberId }, body: {}, idempotencyKey: newKey() });
    const sessionId = await submitCard(page.url, number, '12 / 34', 'Mia Member');
    return salon.visitor.completeCheckout({ body: { sessionId } });
  }

  /** The first page of a client's invoices, newest first, as staff see them. */
  const invoicesOf = async (memberId: string) => (await client.listInvoices({ path: { memberId }, query: {} })).items;

  return {
    ...salon,
    putCardOnFile,
    invoicesOf,

    /** A client who renews by card and has paid the period since `startsOn`; by default it began today. */
    async addPayingMember(
      details: Partial<MemberDetails> = {},
      { number = numberOf.works, startsOn = salon.today }: { number?: string; startsOn?: string } = {},
    ): Promise<string> {
      const memberId = await salon.addClient({ email: newEmail('paying'), ...details });
      const body = { planId: salon.planId, startsOn, payment: 'card', paidBy: 'terminal' } as const;
      await client.enrolMember({ path: { memberId }, body, idempotencyKey: newKey() });
      await putCardOnFile(memberId, number);
      return memberId;
    },

    /** Somebody who joins a plan online and pays; the invitation is in the inbox then. */
    async joinOnline(email: string, planId = salon.planId): Promise<void> {
      const { visitor } = salon;
      const { termsVersion } = await visitor.previewEnrolment({ path: { planId } });
      const consent = { agreed: true, termsVersion } as const;
      const person = { firstName: 'Joanna', lastName: 'Member', email, language: 'en' } as const;
      const page = await visitor.startEnrolment({ body: { planId, ...person, consent } });
      const sessionId = await submitCard(page.url, numberOf.works, '12 / 34', 'Joanna Member');
      await visitor.completeCheckout({ body: { sessionId } });
    },

    /** The only membership of a client, as staff see it. */
    async membershipOf(memberId: string) {
      const { memberships, credits } = await client.getMember({ path: { memberId } });
      const [membership] = memberships;
      if (membership === undefined || memberships.length > 1) throw new Error(`${memberships.length} memberships`);
      return { ...membership, available: credits.reduce((sum, group) => sum + group.available, 0) };
    },

    /** What was granted so far, in units, oldest first. */
    async grantsOf(memberId: string): Promise<readonly number[]> {
      const { items } = await client.listCreditEntries({ path: { memberId }, query: { limit: 100 } });
      return items.flatMap(({ kind, units }) => (kind === 'GRANT' ? [units] : [])).toReversed();
    },

    /** Subjects of the mails to an address, oldest first. */
    async subjectsTo(address: string): Promise<readonly string[]> {
      return (await system.mails()).filter(({ to }) => to.includes(address)).map(({ subject }) => subject);
    },
  };
}
