import { ActionIcon, Text } from '@mantine/core';
import { Pencil } from 'lucide-react';
import { useState } from 'react';
import type { MemberPage } from '../../../shared/contract/staff-operations.ts';
import { phoneForReading } from '../../../shared/wording/phone.ts';
import { useDesk } from '../app/desk.ts';
import { useSpeech } from '../app/page.ts';
import { Section } from '../parts/Section.tsx';
import { EditClient } from './EditClient.tsx';
import { Facts } from './Facts.tsx';

/** What is on the record, as far as the role sees it; the pencil edits it (002-021, 001-069). */
export function AccountInformation({ page, reload }: { page: MemberPage; reload: () => void }) {
  const { may } = useDesk();
  const { words, date } = useSpeech();
  const [editing, setEditing] = useState(false);
  const { details } = page;
  const { care } = details;
  const w = words.profile;
  const given = (value: string | undefined) => value ?? w.notGiven;
  const contact = may('clients.contact');

  const contactFacts = [
    [w.email, given(details.email)],
    [w.phone, given(details.phone && phoneForReading(details.phone))],
    [w.birthday, given(details.birthday && date(details.birthday))],
    [w.language, details.language ? words.contacts.languages[details.language] : words.contacts.languageOfBusiness],
  ] as const;
  const careFacts = (['allergies', 'formulas', 'preferences'] as const).flatMap((name) =>
    care?.[name] === undefined ? [] : [[words.contacts[name], care[name]] as const],
  );

  return (
    <Section
      title={w.account}
      aside={
        may('clients.write') && (
          <ActionIcon variant="subtle" size="lg" aria-label={w.editAccount} onClick={() => setEditing(true)}>
            <Pencil size={16} aria-hidden />
          </ActionIcon>
        )
      }
    >
      {!contact && (
        <Text size="sm" c="dimmed" mb="xs">
          {w.hidden}
        </Text>
      )}
      <Facts facts={[...(contact ? contactFacts : []), ...careFacts]} />
      <EditClient opened={editing} page={page} onClose={() => setEditing(false)} onSaved={reload} />
    </Section>
  );
}
