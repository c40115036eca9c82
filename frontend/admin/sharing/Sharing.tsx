import { Stack } from '@mantine/core';
import type { MemberPage } from '../../../shared/contract/staff-operations.ts';
import { useDesk } from '../app/desk.ts';
import { useWords } from '../app/page.ts';
import { useLoad } from '../effects/load.ts';
import { Loaded } from '../parts/Loaded.tsx';
import { Section } from '../parts/Section.tsx';
import { HouseholdPart } from './HouseholdPart.tsx';
import { SharedPart } from './SharedPart.tsx';

/** What others share with the client, and who may use the client's memberships (rule C10). Nothing where nobody shares. */
export function Sharing({ page, reload }: { page: MemberPage; reload: () => void }) {
  const { client } = useDesk();
  const words = useWords().sharing;
  const { memberId } = page;
  const sharing = useLoad(() => client.getSharing({ path: { memberId } }), [client, memberId, page]);
  if (sharing.load.state === 'loading') return null;
  if (sharing.load.state === 'ready') {
    const { shared, households } = sharing.load.value;
    if (shared.length + households.length === 0) return null;
  }
  return (
    <Section title={words.title}>
      <Loaded from={sharing} lines={2}>
        {({ shared, households }) => (
          <Stack gap="md">
            {shared.map((one) => (
              <SharedPart key={one.membershipId} shared={one} page={page} reload={sharing.reload} />
            ))}
            {households.map((one) => (
              <HouseholdPart key={one.membershipId} household={one} page={page} reload={reload} />
            ))}
          </Stack>
        )}
      </Loaded>
    </Section>
  );
}
