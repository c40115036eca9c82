import {
  CalendarCheck,
  CalendarX,
  Check,
  CirclePause,
  CirclePlay,
  Gift,
  Hourglass,
  Plus,
  RefreshCw,
  Send,
  Undo2,
} from 'lucide-preact';
import { useEffect, useRef } from 'preact/hooks';
import type { CreditEntryView, ServiceView } from '../../../shared/contract/views.ts';
import type { EntryKind } from '../../../shared/domain/credit-account.ts';
import { lastUse } from '../../../shared/domain/last-use.ts';
import { entryInWords } from '../../../shared/wording/describe-entry.ts';
import { formatDay } from '../../../shared/wording/format.ts';
import { usePortal } from '../portal-context.ts';
import { usePages } from '../state/use-pages.ts';
import { Failed } from './failed.tsx';
import { ShowMore } from './show-more.tsx';

const iconOf = {
  CONSUME: Check,
  GRANT: Plus,
  RESTORE: Undo2,
  EXPIRE: Hourglass,
  ADJUST: RefreshCw,
  FREEZE: CirclePause,
  UNFREEZE: CirclePlay,
  HOLD: CalendarCheck,
  RELEASE: CalendarX,
  TRANSFER_OUT: Send,
  TRANSFER_IN: Gift,
  CORRECT: RefreshCw,
  USE: Check,
  UNUSE: Undo2,
} as const satisfies Record<EntryKind, unknown>;

/** When benefits were used, added, given back or expired, newest first (001-074). More comes on request. */
export function History(props: { memberId: string; today: string; services: readonly ServiceView[] }) {
  const { side, tongue } = usePortal();
  const { page } = tongue.words;
  const path = { memberId: props.memberId };
  const list = usePages((query) => side.client.listOwnCreditEntries({ path, query }), { first: 6, next: 20 });
  const { items: entries, next, error, busy, landing, more } = list;
  const latestUse = lastUse(entries);
  return (
    <section aria-labelledby="history" aria-busy={busy}>
      <h2 id="history">{page.history}</h2>
      {error !== undefined && next !== undefined && <Failed error={error} again={more} />}
      {entries.length === 0 && next === undefined && <p class="muted">{page.nothingInHistory}</p>}
      <ol class="timeline">
        {entries.map((entry, index) => (
          <Line
            key={entry.sequence}
            entry={entry}
            latest={entry.sequence === latestUse}
            landing={index === landing}
            {...props}
          />
        ))}
      </ol>
      <ShowMore {...list} />
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
  const day = (date: string | undefined) => date && formatDay(date, props.today, tongue.locale);
  const facts = { latest, until: day(entry.extendsTo), appointment: day(entry.forDay), by: entry.usedBy };
  const why = tongue.words.statement.cause[entry.cause](facts);
  const Icon = iconOf[entry.kind];
  return (
    <li ref={line} tabIndex={-1}>
      <Icon aria-hidden="true" size={18} />
      <div>
        <strong>{entryInWords(entry, business.currency, props.services, tongue)}</strong>
        <span class="muted">{entry.place === undefined ? why : `${why} · ${entry.place}`}</span>
      </div>
      <time dateTime={entry.on}>{formatDay(entry.on, props.today, tongue.locale)}</time>
    </li>
  );
}
