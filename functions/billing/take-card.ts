import { rememberedUpdates } from '../../shared/domain/billing-profile.ts';
import { localDateOf } from '../../shared/domain/calendar.ts';
import { isOver, type Membership } from '../../shared/domain/membership.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import type { Checkout } from '../gateways/payments.ts';
import { billingWrite } from '../store/billing-rows.ts';
import { change } from '../store/change.ts';
import { announce } from '../store/event-writes.ts';
import { linkUsedWrites } from '../store/link-rows.ts';
import type { MemberSnapshot } from '../store/member-snapshot.ts';
import type { Write } from '../store/table.ts';
import { chargeMembership } from './charge-membership.ts';
import { configurationOf, loadPerson, type Person, personEvent } from './person.ts';
import { sceneOf, withPlansOf } from './scene.ts';
import type { BillingWorld } from './world.ts';

/**
 * Puts the card of a finished page on file, then at once tries every open membership invoice with it, oldest first, up
 * to the first that fails: exactly once per update, however often and by whatever way it is reported (rule D4, 000-017,
 * 000-018).
 */
export async function takeCard(world: BillingWorld, person: Person, checkout: Checkout): Promise<void> {
  const snapshot = await putOnFile(world, person, checkout);
  const { timeZone } = (await configurationOf(world, person.slug)).business.value;
  const today = localDateOf(person.at, timeZone);
  const open = snapshot.memberships
    .map(({ value }) => value)
    .filter((membership) => membership.due !== undefined && !isOver(membership, today))
    .sort((a, b) => (a.due?.since ?? '').localeCompare(b.due?.since ?? ''));
  for (const membership of open) {
    if (!(await isPaidNow(world, person, membership, checkout.sessionId))) return;
  }
  await markUsed(world, person, checkout.metadata.link);
}

/** The mailed link that led here has done its work: while something stays open, it still takes another card. */
const markUsed = (world: BillingWorld, { slug, at }: Person, hash: string | undefined): Promise<void> =>
  change(world.table, async () => ({ writes: await linkUsedWrites(world.table, slug, hash, at), reply: undefined }), {
    pause: world.chance.pause,
  });

async function isPaidNow(
  world: BillingWorld,
  person: Person,
  { membershipId }: Membership,
  sessionId: string,
): Promise<boolean> {
  try {
    const charged = await chargeMembership(
      world,
      { ...person, membershipId },
      {
        trigger: { kind: 'card_update', id: sessionId },
        unless: ({ membership }, invoice) =>
          membership.due === undefined ||
          (invoice?.value.attempts.some(({ trigger }) => trigger.id === sessionId) ?? false),
      },
    );
    return charged.kind === 'settled' && charged.settlement.invoice.state === 'paid';
  } catch (error) {
    if (error instanceof Refusal && error.code === 'too_many_attempts') return false;
    // Somebody is charging the old card at this moment: whoever brings this page again comes back when that is over.
    throw error;
  }
}

/** The card with the member's billing, and the notice that it changed. Once per page. */
async function putOnFile(world: BillingWorld, person: Person, checkout: Checkout): Promise<MemberSnapshot> {
  const { slug, at } = person;
  const { card, sessionId, customerId } = checkout;
  if (card === undefined) throw new Error(`the page ${sessionId} was completed without a card`);
  const known = await configurationOf(world, slug);
  return change(
    world.table,
    async () => {
      const snapshot = await loadPerson(world, person);
      const { billing } = snapshot;
      if (billing.value.updates.includes(sessionId)) return { writes: [], reply: snapshot };
      const after = {
        ...billing.value,
        card: { ...card, since: at },
        ...(customerId === undefined ? {} : { customerId }),
        updates: [...billing.value.updates, sessionId].slice(-rememberedUpdates),
      };
      // The new card is nobody's lost one: the schedule may try it, and notices about the old one are moot.
      const withCard = { ...snapshot, billing: { ...billing, value: after } };
      const held = snapshot.memberships.map(({ value }) => value);
      const configuration = await withPlansOf(world, known, held);
      const memberships = snapshot.memberships.map((stored): Write => {
        const { due } = stored.value;
        const scene = sceneOf(
          world,
          { ...person, membershipId: stored.value.membershipId },
          configuration,
          withCard,
          stored,
        );
        return scene.become(
          due === undefined ? stored.value : { ...stored.value, due: { ...due, declineClass: 'soft' } },
        );
      });
      return {
        writes: [
          billingWrite(slug, billing, after),
          ...memberships,
          announce(personEvent(world, person, 'card.updated', { brand: card.brand, last4: card.last4 })),
        ],
        reply: withCard,
      };
    },
    { pause: world.chance.pause },
  );
}
