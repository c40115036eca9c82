import { setTimeout as pause } from 'node:timers/promises';

/** What is read of a mail in the laptop's inbox. */
export interface ReceivedMail {
  readonly to: readonly string[];
  readonly text: string;
}

/** Takes links out of mails, each once. */
export interface Inbox {
  /** The token of the oldest mail to the address that was not taken yet. Throws when none arrives in time. */
  token(address: string): Promise<string>;
}

/** Not the link that ends such mails: it stands in reminders that nobody waits for. */
const link = /(?<!\/unsubscribe)#([A-Za-z0-9_-]{43})\b/;
const patience = 60_000;
const pollEvery = 150;

/** `mails` gives all mails, oldest first. */
export function openInbox(mails: () => Promise<readonly ReceivedMail[]>): Inbox {
  const taken = new Set<string>();
  let looking: Promise<readonly ReceivedMail[]> | undefined;

  // Everybody who waits looks into the same answer.
  const look = (): Promise<readonly ReceivedMail[]> => {
    looking ??= pause(pollEvery)
      .then(mails)
      .finally(() => {
        looking = undefined;
      });
    return looking;
  };

  return {
    async token(address) {
      for (const until = performance.now() + patience; performance.now() < until; ) {
        const tokens = (await look())
          .filter(({ to }) => to.includes(address))
          .flatMap(({ text }) => link.exec(text)?.[1] ?? []);
        const next = tokens.find((token) => !taken.has(token));
        if (next === undefined) continue;
        taken.add(next);
        return next;
      }
      throw new Error(`No mail to ${address} arrived within ${patience / 1000} s.`);
    },
  };
}
