import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { CircleCheck, CreditCard, MailPlus } from 'lucide-react';
import type { MemberPage } from '../../../shared/contract/staff-operations.ts';
import { fullName } from '../../../shared/domain/member.ts';
import type { PaymentMode } from '../../../shared/domain/membership.ts';
import { useDesk } from '../app/desk.ts';
import { useSpeech } from '../app/page.ts';
import { Failure } from '../parts/Failure.tsx';
import { useInvite } from '../profile/use-invite.ts';

interface EnrolledProps {
  readonly page: MemberPage;
  readonly plan: string;
  readonly payment: PaymentMode;
  readonly onClose: () => void;
  readonly onChanged: () => void;
}

/** After enrolling: the card that renewals still need, where the client sees all this, and the invitation in one click. */
export function Enrolled({ page, plan, payment, onClose, onChanged }: EnrolledProps) {
  const { may } = useDesk();
  const { plans: words, common, profile } = useSpeech().words;
  const { invite, busy, error } = useInvite(page.memberId, onChanged);
  const state = page.portal?.state;
  const canInvite = may('portal.invite') && state !== undefined && state !== 'can_sign_in' && state !== 'no_email';
  return (
    <Stack gap="md">
      <Alert color="green" icon={<CircleCheck size={18} aria-hidden />} role="status">
        {words.enrolled(fullName(page.details), plan)}
      </Alert>
      {payment === 'card' && page.billing?.card === undefined && (
        <Alert color="orange" icon={<CreditCard size={18} aria-hidden />} role="note">
          {profile.renewsByCardNoCard}
        </Alert>
      )}
      <div>
        <Text fw={600}>{words.enrolledTitle}</Text>
        <Text size="sm">
          {words.portalText} {state === 'can_sign_in' && words.portalReady}
          {state === 'no_email' && words.portalNoEmail}
        </Text>
      </div>
      <Failure error={error} sent />
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onClose}>
          {canInvite ? words.later : common.close}
        </Button>
        {canInvite && (
          <Button
            data-autofocus
            leftSection={<MailPlus size={16} aria-hidden />}
            loading={busy}
            onClick={() => void invite().then((sent) => sent && onClose())}
          >
            {words.inviteNow}
          </Button>
        )}
      </Group>
    </Stack>
  );
}
