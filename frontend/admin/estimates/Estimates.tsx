import { Button, Text, UnstyledButton } from '@mantine/core';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useSearch as useAddressSearch, useLocation } from 'wouter';
import type { EstimateSummary } from '../../../shared/contract/estimate-views.ts';
import type { MemberPage } from '../../../shared/contract/staff-operations.ts';
import { useDesk } from '../app/desk.ts';
import { useSpeech } from '../app/page.ts';
import { usePlaceCounts } from '../app/place-counts.ts';
import { useLoad } from '../effects/load.ts';
import { Dialog } from '../parts/Dialog.tsx';
import lines from '../parts/Lines.module.css';
import { Loaded } from '../parts/Loaded.tsx';
import { Section } from '../parts/Section.tsx';
import { Tag } from '../parts/Tag.tsx';
import { EstimateDialog } from './EstimateDialog.tsx';
import { EstimateForm } from './EstimateForm.tsx';
import { toneOfEstimate } from './estimate-tone.ts';

interface EstimatesProps {
  readonly page: MemberPage;
  /** There is an invoice that was not there. */
  readonly onBilled: () => void;
}

/** What was offered to the client, newest first, and writing something new (004-047). */
export function Estimates({ page, onBilled }: EstimatesProps) {
  const { client, may } = useDesk();
  const { recount } = usePlaceCounts();
  const { words } = useSpeech();
  const w = words.estimates;
  const { memberId } = page;
  const [shown, setShown] = useState<'new' | EstimateSummary>();
  const list = useLoad(() => client.listEstimates({ path: { memberId } }), [client, memberId]);
  const [, navigate] = useLocation();
  // Lists and mails lead to one of them.
  const asked = new URLSearchParams(useAddressSearch()).get('estimate');
  const items = list.load.state === 'ready' ? list.load.value.items : [];
  const isNew = shown === 'new';
  const opened = isNew ? undefined : (shown ?? items.find(({ estimateId }) => estimateId === asked));
  function changed() {
    list.reload();
    recount('estimates');
  }
  function close() {
    setShown(undefined);
    if (asked !== null) navigate(`/contacts/${memberId}`, { replace: true });
  }
  return (
    <Section
      title={w.title}
      aside={
        may('billing.collect') && (
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<Plus size={14} aria-hidden />}
            onClick={() => setShown('new')}
          >
            {w.add}
          </Button>
        )
      }
    >
      <Loaded from={list} lines={1}>
        {({ items }) =>
          items.length === 0 ? (
            <Text size="sm" c="dimmed">
              {w.none}
            </Text>
          ) : (
            <ul className={lines.lines}>
              {items.map((estimate) => (
                <Line
                  key={estimate.estimateId}
                  estimate={estimate}
                  today={page.today}
                  onOpen={() => setShown(estimate)}
                />
              ))}
            </ul>
          )
        }
      </Loaded>
      <Dialog opened={isNew} onClose={close} title={w.addTitle} wide>
        <EstimateForm
          page={page}
          onCancel={close}
          onSent={() => {
            close();
            list.reload();
          }}
        />
      </Dialog>
      <EstimateDialog page={page} estimate={opened} onClose={close} onChanged={changed} onBilled={onBilled} />
    </Section>
  );
}

function Line({ estimate, today, onOpen }: { estimate: EstimateSummary; today: string; onOpen: () => void }) {
  const { words, money, day } = useSpeech();
  const w = words.estimates;
  const { title, number, sentOn, validUntil, total, state } = estimate;
  return (
    <li className={`${lines.line} ${lines.wraps}`}>
      <div className={lines.main}>
        <UnstyledButton className={lines.link} aria-label={w.openOne(title, number)} onClick={onOpen}>
          {title}
        </UnstyledButton>
        <span className={lines.quiet}>
          <span>{number}</span>
          <span>{day(sentOn, today)}</span>
          {state === 'open' && <span>{w.validTo(day(validUntil, today))}</span>}
        </span>
      </div>
      <Tag tone={toneOfEstimate[state]}>{w.states[state]}</Tag>
      <span className={lines.number}>{money(total)}</span>
    </li>
  );
}
