import { Alert, Anchor } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { Users } from 'lucide-react';
import { Link } from 'wouter';
import type { ContactLine } from '../../../shared/contract/staff-operations.ts';
import { fullName } from '../../../shared/domain/member.ts';
import { readPhone } from '../../../shared/wording/phone.ts';
import { useDesk } from '../app/desk.ts';
import { useSpeech } from '../app/page.ts';
import { useLoad } from '../effects/load.ts';

const pause = 400;
const enough = 5;

/** While typing: clients who already have this address or number. A hint, never a barrier: families share both. */
export function Duplicates({ email, phone, except }: { email: string; phone: string; except?: string }) {
  const { client } = useDesk();
  const { locale, words } = useSpeech();
  const [address] = useDebouncedValue(email.trim().toLowerCase(), pause);
  const [number] = useDebouncedValue(readPhone(phone, locale) ?? '', pause);

  const { load } = useLoad(async () => {
    const asked = [address.includes('@') ? address : '', number].filter((text) => text !== '');
    const pages = await Promise.all(asked.map((q) => client.searchContacts({ query: { q, limit: enough } })));
    const same = (line: ContactLine) =>
      (address !== '' && line.email === address) || (number !== '' && line.phone === number);
    const lines = pages.flatMap(({ items }) => items).filter((line) => same(line) && line.memberId !== except);
    return [...new Map(lines.map((line) => [line.memberId, line])).values()];
  }, [client, address, number, except]);

  // Nothing is said while it is looked up or when it cannot be: adding the client must not depend on it.
  if (load.state !== 'ready' || load.value.length === 0) return null;
  return (
    <Alert color="plum" icon={<Users size={18} aria-hidden />} title={words.contacts.maybeSame} role="status">
      {words.contacts.maybeSameText}
      {load.value.map((line) => (
        <div key={line.memberId}>
          <Anchor component={Link} href={`/contacts/${line.memberId}`} size="sm">
            {words.contacts.openInstead(fullName(line))}
          </Anchor>
        </div>
      ))}
    </Alert>
  );
}
