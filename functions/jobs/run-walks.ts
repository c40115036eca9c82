import { described, log } from '../runtime/log.ts';
import type { DueKind } from '../store/keys.ts';
import type { DueKey, Table } from '../store/table.ts';
import { dueKeys } from './due-keys.ts';

/** What a run came to. `failed` businesses are due again at the next. */
export interface WalksRun {
  readonly outcome: 'done' | 'more_left';
  readonly businesses: number;
  readonly clients: number;
  readonly failed: number;
}

/** What going through everybody of a business came to; `elsewhere` when somebody else has moved it on meanwhile. */
export interface Walked {
  readonly outcome: 'nothing_due' | 'done' | 'more_left' | 'elsewhere';
  readonly clients: number;
}

/** Goes on with everything of a kind that is due at an instant (milliseconds), one business after the other. */
export async function runWalks(
  { table, at, hasTime }: { readonly table: Table; readonly at: number; readonly hasTime: () => boolean },
  { kind, work }: { readonly kind: DueKind; readonly work: string },
  walk: (slug: string, key: DueKey) => Promise<Walked>,
): Promise<WalksRun> {
  const sum = { businesses: 0, clients: 0, failed: 0 };
  for await (const key of dueKeys(table, kind, at)) {
    const slug = key.pk.split('#')[1] ?? '';
    if (!hasTime()) return { outcome: 'more_left', ...sum };
    try {
      const { outcome, clients } = await walk(slug, key);
      sum.businesses += 1;
      sum.clients += clients;
      if (outcome === 'more_left') return { outcome, ...sum };
    } catch (error) {
      // One business must not keep the others waiting; its row stays due.
      sum.failed += 1;
      log('error', work, { outcome: 'failed', business: slug, ...described(error) });
    }
  }
  return { outcome: 'done', ...sum };
}
