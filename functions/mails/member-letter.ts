import { change } from '../store/change.ts';
import { loadMember, type MemberSnapshot } from '../store/member-snapshot.ts';
import type { Write } from '../store/table.ts';
import { type Addressee, addresseeOf } from './addressee.ts';
import type { Letter } from './letter.ts';
import type { MailCause, MailWorld, NoMail, Prepare } from './world.ts';

/** A letter without whom it goes to, and what must be stored before it leaves. */
export interface Draft extends Omit<Letter, 'to' | 'tongue'> {
  readonly writes?: readonly Write[];
}

/** Decides on a member as they are at the moment of sending; asked again when somebody changed them meanwhile. */
export type Decide = (
  cause: MailCause,
  member: MemberSnapshot,
  addressee: Addressee,
  world: MailWorld,
) => Promise<Draft | NoMail> | Draft | NoMail;

/** A mail to a member at the address on record, if mail arrives there. */
export const toMember =
  (decide: Decide): Prepare =>
  (world, cause) =>
    change<Letter | NoMail>(
      world.table,
      async () => {
        const { business: slug, memberId = '' } = cause.event;
        const member = await loadMember(world.table, slug, memberId);
        if (!member) return { writes: [], reply: 'no_account' };
        const addressee = addresseeOf(member.profile, cause.configuration.business.value);
        if (typeof addressee === 'string') return { writes: [], reply: addressee };
        const draft = await decide(cause, member, addressee, world);
        if (typeof draft === 'string') return { writes: [], reply: draft };
        const { writes = [], ...letter } = draft;
        return { writes, reply: { ...letter, to: addressee.to, tongue: addressee.tongue } };
      },
      { pause: world.chance.pause },
    );
