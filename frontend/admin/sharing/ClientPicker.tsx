import { Button, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ContactLine } from '../../../shared/contract/staff-operations.ts';
import { fullName } from '../../../shared/domain/member.ts';
import { useWords } from '../app/page.ts';
import { useContacts } from '../contacts/use-contacts.ts';
import { Failure } from '../parts/Failure.tsx';
import lines from '../parts/Lines.module.css';

interface ClientPickerProps {
  readonly chosen: ContactLine | undefined;
  /** Who cannot be chosen: the client whose page it is. */
  readonly except: string;
  readonly missing: boolean;
  readonly onChoose: (line: ContactLine | undefined) => void;
}

/** As many as can be told apart at a glance; who is further down is found by typing more. */
const most = 6;

/** Finds another client, and shows name and e-mail before anything happens: two people may have one name. */
export function ClientPicker({ chosen, except, missing, onChoose }: ClientPickerProps) {
  const words = useWords().sharing;
  const [typed, setTyped] = useState('');
  const found = useContacts(typed);
  const people = (found.lines ?? []).filter(({ memberId }) => memberId !== except).slice(0, most);
  const isOpen = chosen === undefined && typed.trim() !== '' && found.answered === typed.trim();
  return (
    <Stack gap="xs">
      <TextInput
        label={words.find}
        description={chosen?.email ?? chosen?.phone ?? words.findHint}
        autoComplete="off"
        data-autofocus
        required
        value={chosen ? fullName(chosen) : typed}
        error={missing && chosen === undefined && words.choose}
        onChange={({ currentTarget }) => {
          setTyped(currentTarget.value);
          onChoose(undefined);
        }}
      />
      <Failure error={found.error} retry={found.retry} />
      {isOpen && (
        <ul className={lines.lines} aria-label={words.find}>
          {people.map((line) => (
            <li key={line.memberId} className={lines.line}>
              <Button variant="subtle" fullWidth justify="space-between" onClick={() => onChoose(line)}>
                {fullName(line)}
                {(line.email ?? line.phone) ? ` · ${line.email ?? line.phone}` : ''}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {isOpen && people.length === 0 && (
        <Text size="sm" c="dimmed" role="status">
          {words.nobodyFound}
        </Text>
      )}
    </Stack>
  );
}
