import { Text, Title, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import type { InvoiceSummary } from '../../../shared/contract/billing-views.ts';
import type { MemberPage } from '../../../shared/contract/staff-operations.ts';
import { useDesk } from '../app/desk.ts';
import { useSpeech } from '../app/page.ts';
import { usePages } from '../effects/pages.ts';
import lines from '../parts/Lines.module.css';
import { Loaded } from '../parts/Loaded.tsx';
import { More } from '../parts/More.tsx';
import { Tag } from '../parts/Tag.tsx';
import type { Billing } from '../payments/open-payments.ts';
import { InvoiceDialog } from './InvoiceDialog.tsx';
import { invoiceName, invoiceSubject, toneOfState } from './invoice-words.ts';

interface InvoicesProps {
  readonly page: MemberPage;
  readonly billing: Billing;
  readonly onChanged: () => void;
}

/** Orders and payment history: number, date, what for, amount, state (002-003, 002-010). */
export function Invoices({ page, billing, onChanged }: InvoicesProps) {
  const { client } = useDesk();
  const words = useSpeech().words.invoices;
  const { memberId } = page;
  const [opened, setOpened] = useState<InvoiceSummary>();
  // What is open or in account credit has changed: so have the invoices.
  const state = JSON.stringify([
    billing.open,
    billing.accountCredit,
    page.memberships.map(({ period }) => period.start),
  ]);
  const pages = usePages(
    (cursor) => client.listInvoices({ path: { memberId }, query: cursor === undefined ? {} : { cursor } }),
    [client, memberId, state],
  );
  return (
    <section>
      <Title order={3} size="h6" mb={4}>
        {words.title}
      </Title>
      <Loaded from={pages} lines={2}>
        {({ items }) =>
          items.length === 0 ? (
            <Text size="sm" c="dimmed">
              {words.none}
            </Text>
          ) : (
            <ul className={lines.lines}>
              {items.map((invoice) => (
                <Line key={invoice.invoiceId} invoice={invoice} page={page} onOpen={() => setOpened(invoice)} />
              ))}
            </ul>
          )
        }
      </Loaded>
      <More pages={pages} />
      <InvoiceDialog
        invoice={opened}
        page={page}
        onClose={() => setOpened(undefined)}
        onChanged={() => {
          onChanged();
          pages.reload();
        }}
      />
    </section>
  );
}

function Line({ invoice, page, onOpen }: { invoice: InvoiceSummary; page: MemberPage; onOpen: () => void }) {
  const { words, money, day } = useSpeech();
  const { state, total, refunded, issuedOn } = invoice;
  const name = invoiceName(invoice, words);
  return (
    <li className={`${lines.line} ${lines.wraps}`}>
      <div className={lines.main}>
        <UnstyledButton className={lines.link} aria-label={words.invoices.openOne(name)} onClick={onOpen}>
          {invoice.number ?? words.invoices.noNumber}
        </UnstyledButton>
        <span className={lines.quiet}>
          <span>{day(issuedOn, page.today)}</span>
          <span>{invoiceSubject(invoice, words)}</span>
        </span>
      </div>
      {state !== 'paid' && (
        <Tag tone={toneOfState[state]}>
          {words.invoices.states[state]}
          {state === 'partly_refunded' && ` ${money(refunded)}`}
        </Tag>
      )}
      <span className={lines.number}>{money(total)}</span>
    </li>
  );
}
