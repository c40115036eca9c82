import type { CreditGroup } from '../../../shared/contract/views.ts';
import { errorWords } from '../../common/error-words.ts';
import { useDesk } from '../app/desk.ts';
import { useSpeech } from '../app/page.ts';
import { useNotify } from '../parts/Notices.tsx';

/** Gives back what a redemption took: each of its entries, one after the other. Resolves to false when one refused. */
export function useUndo(memberId: string, onCredits: (credits: CreditGroup[]) => void) {
  const { client } = useDesk();
  const { language, words, date } = useSpeech();
  const notify = useNotify();

  return async function undo(sequences: readonly number[], keys = sequences.map(() => crypto.randomUUID())) {
    try {
      let until: string | undefined;
      for (const [place, sequence] of sequences.entries()) {
        const reply = await client.undoRedemption({
          path: { memberId, sequence },
          body: {},
          // The same key on a second try: what was given back already answers as it did the first time.
          idempotencyKey: keys[place] ?? crypto.randomUUID(),
        });
        onCredits(reply.credits);
        until = reply.usableUntil ?? until;
      }
      notify({ text: until === undefined ? words.credits.undone : words.credits.undoneUntil(date(until)) });
      return true;
    } catch (error) {
      notify({
        text: errorWords(error, language),
        tone: 'bad',
        action: { label: words.common.retry, run: () => void undo(sequences, keys) },
      });
      return false;
    }
  };
}
