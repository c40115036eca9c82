import { Button, Group, Text, Title } from '@mantine/core';
import { UserPlus } from 'lucide-react';
import { useState } from 'react';
import type { ContactLine, MemberPage } from '../../../shared/contract/staff-operations.ts';
import type { Household, PersonName } from '../../../shared/contract/views.ts';
import { fullName } from '../../../shared/domain/member.ts';
import { useDesk } from '../app/desk.ts';
import { useWords } from '../app/page.ts';
import { useSend } from '../effects/send.ts';
import { Dialog, DialogForm } from '../parts/Dialog.tsx';
import lines from '../parts/Lines.module.css';
import { useNotify } from '../parts/Notices.tsx';
import { ClientPicker } from './ClientPicker.tsx';

interface HouseholdPartProps {
  readonly household: Household;
  readonly page: MemberPage;
  readonly reload: () => void;
}

/** Who else may use one of the client's memberships: add, remove. */
export function HouseholdPart({ household, page, reload }: HouseholdPartProps) {
  const words = useWords().sharing;
  const { may } = useDesk();
  const [step, setStep] = useState<'add' | PersonName>();
  const { membershipId, most, people, unitsPerPeriod } = household;
  const plan = page.memberships.find((one) => one.membershipId === membershipId)?.plan.name ?? '';
  const close = () => setStep(undefined);
  const steps = { household, page, reload, onClose: close };
  const mayChange = may('memberships.enrol');
  return (
    <div>
      <Group justify="space-between">
        <Title order={3} size="h6">
          {words.whoMayUse(plan)}
        </Title>
        {mayChange && people.length < most && (
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<UserPlus size={14} aria-hidden />}
            onClick={() => setStep('add')}
          >
            {words.add}
          </Button>
        )}
      </Group>
      <Text size="sm" c="dimmed">
        {[words.upTo(most), unitsPerPeriod === undefined ? '' : words.eachUpTo(unitsPerPeriod)].join(' ')}
      </Text>
      {people.length === 0 ? (
        <Text size="sm">{words.nobody}</Text>
      ) : (
        <ul className={lines.lines}>
          {people.map((person) => (
            <li key={person.memberId} className={lines.line}>
              <span className={lines.main}>{person.name}</span>
              {mayChange && (
                <Button
                  size="compact-sm"
                  variant="subtle"
                  aria-label={words.removeOf(person.name)}
                  onClick={() => setStep(person)}
                >
                  {words.remove}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      <Dialog
        opened={step !== undefined}
        onClose={close}
        title={typeof step === 'object' ? words.removeTitle(step.name) : words.addTitle(plan)}
      >
        {step === 'add' && <AddPerson {...steps} />}
        {typeof step === 'object' && <RemovePerson person={step} {...steps} />}
      </Dialog>
    </div>
  );
}

interface StepProps extends HouseholdPartProps {
  readonly onClose: () => void;
}

function AddPerson({ household, page, reload, onClose }: StepProps) {
  const { client } = useDesk();
  const words = useWords().sharing;
  const notify = useNotify();
  const [chosen, setChosen] = useState<ContactLine>();
  const [checked, setChecked] = useState(false);
  const path = { memberId: page.memberId, membershipId: household.membershipId };
  const adding = useSend((body: { memberId: string }, idempotencyKey) =>
    client.shareMembership({ path, body, idempotencyKey }),
  );
  async function add() {
    setChecked(true);
    if (!chosen || !(await adding.send({ memberId: chosen.memberId }))) return;
    notify({ text: words.added(fullName(chosen)) });
    reload();
    onClose();
  }
  return (
    <DialogForm
      onSubmit={() => void add()}
      onCancel={onClose}
      submit={words.add}
      busy={adding.busy}
      error={adding.error}
    >
      <ClientPicker chosen={chosen} except={page.memberId} missing={checked} onChoose={setChosen} />
    </DialogForm>
  );
}

function RemovePerson({ person, household, page, reload, onClose }: StepProps & { person: PersonName }) {
  const { client } = useDesk();
  const words = useWords().sharing;
  const notify = useNotify();
  const path = { memberId: page.memberId, membershipId: household.membershipId };
  const removing = useSend((body: { memberId: string }, idempotencyKey) =>
    client.stopSharingMembership({ path, body, idempotencyKey }),
  );
  async function remove() {
    if (!(await removing.send({ memberId: person.memberId }))) return;
    notify({ text: words.removed(person.name) });
    reload();
    onClose();
  }
  return (
    <DialogForm
      onSubmit={() => void remove()}
      onCancel={onClose}
      submit={words.remove}
      danger
      busy={removing.busy}
      error={removing.error}
    >
      <Text>{words.removeText(person.name)}</Text>
    </DialogForm>
  );
}
