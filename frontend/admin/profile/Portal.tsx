import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { MailPlus, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import type { MemberPage } from '../../../shared/contract/staff-operations.ts';
import { useDesk } from '../app/desk.ts';
import { useSpeech } from '../app/page.ts';
import { Failure } from '../parts/Failure.tsx';
import { Section } from '../parts/Section.tsx';
import { EditClient } from './EditClient.tsx';
import { Facts } from './Facts.tsx';
import { useInvite } from './use-invite.ts';

type PortalState = NonNullable<MemberPage['portal']>;

interface PortalProps {
  readonly page: MemberPage;
  readonly portal: PortalState;
  readonly reload: () => void;
}

/** Whether the client can sign in, with which address, and the invitation (000-034, 000-042). */
export function Portal({ page, portal, reload }: PortalProps) {
  const { may, settings } = useDesk();
  const { words, instant } = useSpeech();
  const w = words.profile;
  const { invite, busy, error } = useInvite(page.memberId, reload);
  /** The edit dialog, and the address it starts with. */
  const [editing, setEditing] = useState<{ email?: string }>();
  const at = (time: number | undefined) => (time === undefined ? '' : instant(time, settings.business.timeZone));
  const state = {
    no_email: w.portalState.no_email,
    not_invited: w.portalState.not_invited,
    invitation_on_its_way: w.portalState.invitation_on_its_way(at(portal.invitedAt)),
    invited: w.portalState.invited(at(portal.sentAt)),
    can_sign_in: w.portalState.can_sign_in,
  }[portal.state];
  const invitedBefore = portal.state === 'invitation_on_its_way' || portal.state === 'invited';
  const login = portal.logins[0]?.email;
  const edits = may('clients.write');

  return (
    <Section title={w.portal}>
      <Stack gap="sm">
        <Text size="sm">{state}</Text>
        {portal.logins.length > 0 && (
          <Facts
            facts={[
              [w.loginEmail, portal.logins.map(({ email }) => email).join('\n')],
              [w.recordEmail, page.details.email ?? w.notGiven],
            ]}
          />
        )}
        {portal.mismatch && (
          <Alert color="orange" icon={<TriangleAlert size={18} aria-hidden />} title={w.mismatch} role="note">
            {w.mismatchText}
            {edits && login !== undefined && (
              <div>
                <Button mt="xs" size="compact-md" variant="default" onClick={() => setEditing({ email: login })}>
                  {w.takeLogin(login)}
                </Button>
              </div>
            )}
          </Alert>
        )}
        <Failure error={error} sent />
        <Group gap="sm">
          {portal.state === 'no_email' && edits && (
            <Button size="compact-md" variant="default" onClick={() => setEditing({ email: '' })}>
              {w.addEmail}
            </Button>
          )}
          {portal.state !== 'no_email' && may('portal.invite') && (
            <>
              <Button
                size="compact-md"
                variant={portal.state === 'not_invited' ? 'light' : 'default'}
                leftSection={<MailPlus size={16} aria-hidden />}
                loading={busy}
                onClick={() => void invite()}
              >
                {invitedBefore ? w.inviteAgain : w.invite}
              </Button>
              {invitedBefore && (
                <Text size="xs" c="dimmed">
                  {w.inviteAgainHint}
                </Text>
              )}
            </>
          )}
        </Group>
      </Stack>
      <EditClient
        opened={editing !== undefined}
        page={page}
        {...(editing?.email === undefined ? {} : { email: editing.email })}
        onClose={() => setEditing(undefined)}
        onSaved={reload}
      />
    </Section>
  );
}
