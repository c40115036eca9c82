import { Button, Text } from '@mantine/core';
import { Undo2 } from 'lucide-react';
import type { MemberPage } from '../../../shared/contract/staff-operations.ts';
import type { CreditGroup, StaffCreditEntryView } from '../../../shared/contract/views.ts';
import type { AdjustmentReason, ChoiceReason } from '../../../shared/domain/credit-account.ts';
import type { MoveCause } from '../../../shared/domain/move-cause.ts';
import { useDesk } from '../app/desk.ts';
import { useSpeech } from '../app/page.ts';
import { usePages } from '../effects/pages.ts';
import lines from '../parts/Lines.module.css';
import { Loaded } from '../parts/Loaded.tsx';
import { More } from '../parts/More.tsx';
import { Tag } from '../parts/Tag.tsx';
import { useCreditWords } from './use-credit-words.ts';
import { useUndo } from './use-undo.ts';

interface CreditEntriesProps {
  readonly page: MemberPage;
  readonly onCredits: (credits: CreditGroup[]) => void;
}

/** Every grant, use, return and expiry, newest first; a use can be given back here for good. */
export function CreditEntries({ page, onCredits }: CreditEntriesProps) {
  const { client } = useDesk();
  const { words } = useSpeech();
  const { memberId } = page;
  // A new balance means new entries.
  const pages = usePages(
    (cursor) => client.listCreditEntries({ path: { memberId }, query: cursor === undefined ? {} : { cursor } }),
    [client, memberId, page.credits],
  );
  const undo = useUndo(memberId, onCredits);
  return (
    <Loaded from={pages}>
      {({ items }) =>
        items.length === 0 ? (
          <Text size="sm" c="dimmed">
            {words.credits.noUses}
          </Text>
        ) : (
          <>
            <ul className={lines.lines}>
              {items.map((entry) => (
                <Line key={entry.sequence} entry={entry} page={page} onUndo={() => void undo([entry.sequence])} />
              ))}
            </ul>
            <More pages={pages} />
          </>
        )
      }
    </Loaded>
  );
}

function Line({ entry, page, onUndo }: { entry: StaffCreditEntryView; page: MemberPage; onUndo: () => void }) {
  const { words, day } = useSpeech();
  const { may } = useDesk();
  const { entryOf, nameOf, namesOf } = useCreditWords(page.services);
  const reasons: Readonly<Record<string, string>> = {
    ...(words.credits.choiceReasons satisfies Record<ChoiceReason, string>),
    ...(words.credits.reasons satisfies Record<AdjustmentReason, string>),
  };
  const causes: Partial<Record<MoveCause, string>> = words.credits.causes;
  const on = day(entry.on, page.today);
  const { what, number } = entryOf(entry);
  const sign = entry.units === 0 ? '' : entry.units < 0 ? '−' : '+';
  const until = entry.extendsTo && words.credits.usableUntil(day(entry.extendsTo, page.today));
  const details = [
    on,
    words.profile.by(entry.by),
    causes[entry.cause] ?? reasons[entry.reason],
    until,
    entry.note,
  ].filter((text) => text);
  return (
    <li className={`${lines.line} ${lines.wraps}`}>
      <div className={lines.main}>
        <span>
          {words.credits.entry[entry.kind]} · {entry.serviceId ? nameOf(entry.serviceId) : namesOf(entry.serviceIds)}{' '}
          {entry.undone && <Tag tone="quiet">{words.credits.wasUndone}</Tag>}
        </span>
        <span className={lines.quiet}>{details.join(' · ')}</span>
      </div>
      <span className={lines.number}>
        {sign}
        {number}
      </span>
      {(entry.kind === 'CONSUME' || entry.kind === 'USE') && !entry.undone && may('credits.redeem') && (
        <Button
          size="compact-sm"
          variant="subtle"
          leftSection={<Undo2 size={14} aria-hidden />}
          aria-label={words.credits.undoFor(what, on)}
          onClick={onUndo}
        >
          {words.credits.undo}
        </Button>
      )}
    </li>
  );
}
