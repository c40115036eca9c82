import { Text } from '@mantine/core';
import type { MoneyEntryView } from '../../../shared/contract/billing-views.ts';
import type { Money } from '../../../shared/domain/money.ts';
import { useDesk } from '../app/desk.ts';
import { useSpeech } from '../app/page.ts';
import { usePages } from '../effects/pages.ts';
import lines from '../parts/Lines.module.css';
import { Loaded } from '../parts/Loaded.tsx';
import { More } from '../parts/More.tsx';
import { signed } from './account-credit-draft.ts';

interface AccountCreditHistoryProps {
  readonly memberId: string;
  readonly accountCredit: Money;
  readonly today: string;
}

/** What came into account credit and what went out, newest first. */
export function AccountCreditHistory({ memberId, accountCredit, today }: AccountCreditHistoryProps) {
  const { client } = useDesk();
  const { words, money } = useSpeech();
  const pages = usePages(
    (cursor) => client.listAccountCredit({ path: { memberId }, query: cursor === undefined ? {} : { cursor } }),
    [client, memberId, accountCredit.amount],
  );
  return (
    <>
      <Text size="sm" c="dimmed" mb="xs">
        {words.accountCredit.hint}
      </Text>
      <Text fw={600} mb="xs">
        {words.accountCredit.balance(money(accountCredit))}
      </Text>
      <Loaded from={pages}>
        {({ items }) =>
          items.length === 0 ? (
            <Text size="sm" c="dimmed">
              {words.accountCredit.none}
            </Text>
          ) : (
            <ul className={lines.lines}>
              {items.map((entry) => (
                <Line key={entry.sequence} entry={entry} currency={accountCredit.currency} today={today} />
              ))}
            </ul>
          )
        }
      </Loaded>
      <More pages={pages} />
    </>
  );
}

interface LineProps {
  readonly entry: MoneyEntryView;
  readonly currency: Money['currency'];
  readonly today: string;
}

function Line({ entry, currency, today }: LineProps) {
  const { words, day, money } = useSpeech();
  const reasons: Readonly<Record<string, string>> = words.accountCredit.reasons;
  const details = [day(entry.on, today), entry.by && words.profile.by(entry.by), reasons[entry.reason]];
  return (
    <li className={lines.line}>
      <div className={lines.main}>
        <span>{words.accountCredit.entry[entry.kind]}</span>
        <span className={lines.quiet}>{details.filter(Boolean).join(' · ')}</span>
      </div>
      <span className={lines.number}>{signed(entry.amount, currency, money)}</span>
    </li>
  );
}
