import { Check, Hourglass, Plus, RefreshCw, Undo2 } from 'lucide-preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { CreditEntryView, ServiceView } from '../../../shared/contract/views.ts';
import type { EntryKind } from '../../../shared/domain/credit-account.ts';
import { entryInWords } from '../../../shared/wording/describe-entry.ts';
import { formatDay } from '../../../shared/wording/format.ts';
import { usePortal } from '../portal-context.ts';
import { lastUse } from '../state/history.ts';
import { Failed } from './failed.tsx';

const iconOf = {
  CONSUME: Check,
  GRANT: Plus,
  RESTORE: Undo2,
  EXPIRE: Hourglass,
  ADJUST: RefreshCw,
} as const satisfies Record<EntryKind, unknown>;

/** When benefits were used, added, given back or expired, newest first (001-074). More comes on request. */
export function History(props: { memberId: string; today: string; services: readonly ServiceView[] }) {
  const { side, tongue } = usePortal();
  const { page } = tongue.words;
  const [entries, setEntries] = useState<readonly CreditEntryView[]>([]);
  const [next, setNext] = useState<{ cursor?: string } | undefined>({});
  const [error, setError] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const [landing, setLanding] = useState<number>();
  const button = useRef<HTMLButtonElement>(null);

  async function more(from: { cursor?: string }) {
    setBusy(true);
    setError(undefined);
    try {
      const query = { limit: from.cursor === undefined ? 6 : 20, ...from };
      const read = await side.client.listOwnCreditEntries({ path: { memberId: props.memberId }, query });
      setEntries((known) => [...known, ...read.items]);
      setNext(read.cursor === undefined ? undefined : { cursor: read.cursor });
      // The button leaves with the last page: whoever stood on it goes on at the first of the new lines.
      const [first] = read.items;
      if (read.cursor === undefined && document.activeElement === button.current) setLanding(first?.sequence);
    } catch (refused) {
      setError(refused);
    }
    setBusy(false);
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: once; another profile is another component (its key)
  useEffect(() => {
    more({});
  }, []);

  const latestUse = lastUse(entries);
  return (
    <section aria-labelledby="history" aria-busy={busy}>
      <h2 id="history">{page.history}</h2>
      {error !== undefined && next !== undefined && <Failed error={error} again={() => more(next)} />}
      {entries.length === 0 && next === undefined && <p class="muted">{page.nothingInHistory}</p>}
      <ol class="timeline">
        {entries.map((entry) => (
          <Line
            key={entry.sequence}
            entry={entry}
            latest={entry.sequence === latestUse}
            landing={entry.sequence === landing}
            {...props}
          />
        ))}
      </ol>
      {next?.cursor !== undefined && error === undefined && (
        <button ref={button} type="button" class="secondary" aria-disabled={busy} onClick={() => busy || more(next)}>
          {page.showMore}
        </button>
      )}
    </section>
  );
}

function Line(props: {
  entry: CreditEntryView;
  latest: boolean;
  landing: boolean;
  today: string;
  services: readonly ServiceView[];
}) {
  const { business, tongue } = usePortal();
  const { entry, latest } = props;
  const line = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (props.landing) line.current?.focus();
  }, [props.landing]);
  const until = entry.extendsTo && formatDay(entry.extendsTo, props.today, tongue.locale);
  const Icon = iconOf[entry.kind];
  return (
    <li ref={line} tabIndex={-1}>
      <Icon aria-hidden="true" size={18} />
      <div>
        <strong>{entryInWords(entry, business.currency, props.services, tongue)}</strong>
        <span class="muted">{tongue.words.benefits.entry[entry.kind]({ latest, until })}</span>
      </div>
      <time dateTime={entry.on}>{formatDay(entry.on, props.today, tongue.locale)}</time>
    </li>
  );
}
