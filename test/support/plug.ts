import type { BillingTestWorld } from './billing-world.ts';
import type { postOffice } from './post-office.ts';

/** Calls on the way from what is due to a mail that has left. */
const calls = ['read', 'query', 'commit', 'send'] as const;

/** Every place at which the plug can be pulled: which call, before or after it, and how many went well. */
export const plugPoints = calls.flatMap((call) =>
  (['before', 'after'] as const).flatMap((when) => [0, 1, 2].map((nth) => [call, when, nth] as const)),
);

/** Pulls the plug once, at that point, until it is put back. */
export function pullThePlug(
  { hooks }: Pick<BillingTestWorld, 'hooks'>,
  { mailWorld: { mailer } }: ReturnType<typeof postOffice>,
  [call, when, nth]: (typeof plugPoints)[number],
) {
  let left = nth;
  let armed = true;
  let died = false;
  const die = (now: string, at: 'before' | 'after') => {
    if (!armed || died || now !== call || at !== when) return;
    if (left > 0) left -= 1;
    else {
      died = true;
      throw new Error('gone');
    }
  };
  hooks.before = (now) => die(now, 'before');
  hooks.after = (now) => die(now, 'after');
  const { send } = mailer;
  mailer.send = async (mail) => {
    die('send', 'before');
    await send(mail);
    die('send', 'after');
  };
  return {
    hasDied: () => died,
    putBack: () => {
      armed = false;
    },
  };
}
