import { Button, Title } from '@mantine/core';
import { UserPlus } from 'lucide-react';
import { useState } from 'react';
import type { StaffView } from '../../../shared/contract/views.ts';
import { useDesk } from '../app/desk.ts';
import { useWords } from '../app/page.ts';
import { useTitle } from '../app/use-title.ts';
import { useLoad } from '../effects/load.ts';
import { Dialog } from '../parts/Dialog.tsx';
import { Loaded } from '../parts/Loaded.tsx';
import page from '../parts/Page.module.css';
import { ChangeRole } from './ChangeRole.tsx';
import { InviteForm } from './InviteForm.tsx';
import { RemoveForm } from './RemoveForm.tsx';
import { TeamList } from './TeamList.tsx';

type Step = { readonly kind: 'role' | 'remove'; readonly person: StaffView };

/** Everybody who works here: invite, change role, take away access. */
export default function TeamPage() {
  const { client } = useDesk();
  const words = useWords().team;
  useTitle(words.title);
  const people = useLoad(() => client.listStaff({}), [client]);
  const [inviting, setInviting] = useState(false);
  const [step, setStep] = useState<Step>();
  const close = () => setStep(undefined);
  const put = (person: StaffView) =>
    people.replace(({ items }) => ({
      items: [...items.filter(({ staffId }) => staffId !== person.staffId), person],
    }));

  return (
    <>
      <div className={page.head}>
        <Title order={1} size="h3">
          {words.title}
        </Title>
        <Button size="compact-md" leftSection={<UserPlus size={16} aria-hidden />} onClick={() => setInviting(true)}>
          {words.invite}
        </Button>
      </div>
      <Loaded from={people} lines={4}>
        {({ items }) => (
          <TeamList
            people={items}
            onRole={(person) => setStep({ kind: 'role', person })}
            onRemove={(person) => setStep({ kind: 'remove', person })}
          />
        )}
      </Loaded>
      <Dialog opened={inviting} onClose={() => setInviting(false)} title={words.inviteTitle}>
        <InviteForm onClose={() => setInviting(false)} onInvited={put} />
      </Dialog>
      <Dialog
        opened={step?.kind === 'role'}
        onClose={close}
        title={step ? words.changeTitle(step.person.name) : words.change}
      >
        {step && <ChangeRole person={step.person} onClose={close} onChanged={put} />}
      </Dialog>
      <Dialog
        opened={step?.kind === 'remove'}
        onClose={close}
        title={step ? words.removeTitle(step.person.name) : words.removeConfirm}
      >
        {step && <RemoveForm person={step.person} onClose={close} onRemoved={put} />}
      </Dialog>
    </>
  );
}
