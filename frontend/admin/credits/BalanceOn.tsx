import { Group, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { MemberPage } from '../../../shared/contract/staff-operations.ts';
import { useDesk } from '../app/desk.ts';
import { useSpeech } from '../app/page.ts';
import { useLoad } from '../effects/load.ts';
import lines from '../parts/Lines.module.css';
import { Loaded } from '../parts/Loaded.tsx';
import { useCreditWords } from './use-credit-words.ts';

/** What the client had at the end of a day, told from the history. */
export function BalanceOn({ page }: { page: MemberPage }) {
  const { words } = useSpeech();
  const w = words.credits;
  const [day, setDay] = useState('');
  return (
    <Group align="flex-start" gap="md" mb="sm">
      <TextInput
        type="date"
        label={w.balanceOn}
        description={w.balanceOnHint}
        value={day}
        min={page.createdOn}
        max={page.today}
        onChange={({ currentTarget }) => setDay(currentTarget.value)}
      />
      <div role="status" className={lines.main}>
        {day !== '' && <Balance key={day} page={page} on={day} />}
      </div>
    </Group>
  );
}

function Balance({ page, on }: { page: MemberPage; on: string }) {
  const { client } = useDesk();
  const { words, date, money } = useSpeech();
  const w = words.credits;
  const { memberId } = page;
  const { amountOf } = useCreditWords(page.services);
  const answer = useLoad(() => client.getCreditBalance({ path: { memberId }, query: { on } }), [client, memberId, on]);
  return (
    <Loaded from={answer} lines={2}>
      {({ credits, accountCredit }) => {
        const had = [
          ...credits.map(({ kind, available, serviceIds }) => amountOf(kind, available, serviceIds)),
          ...(accountCredit && accountCredit.amount > 0 ? [w.hadMoney(money(accountCredit))] : []),
        ];
        return (
          <>
            <Text size="sm" fw={500}>
              {had.length === 0 ? w.hadNothing(date(on)) : w.had(date(on))}
            </Text>
            {had.map((what) => (
              <Text key={what} size="sm">
                {what}
              </Text>
            ))}
          </>
        );
      }}
    </Loaded>
  );
}
