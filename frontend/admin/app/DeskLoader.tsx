import { Button } from '@mantine/core';
import { useMemo } from 'react';
import { isRefusal } from '../../common/error-words.ts';
import { Door } from '../doors/Door.tsx';
import { useLoad } from '../effects/load.ts';
import { Failure } from '../parts/Failure.tsx';
import { useNotify } from '../parts/Notices.tsx';
import { Waiting } from '../parts/Waiting.tsx';
import { type Desk, DeskContext } from './desk.ts';
import { usePage, useWords } from './page.ts';
import { Shell } from './Shell.tsx';
import { useAccess } from './use-access.ts';
import { useLogout } from './use-logout.ts';

interface DeskLoaderProps {
  readonly email: string;
  /** The access was taken away while the desk was open. */
  readonly onLost: () => void;
}

/** Asks who is signed in and what the salon offers, side by side, then opens the desk. */
export function DeskLoader({ email, onLost }: DeskLoaderProps) {
  const { client } = usePage().side;
  const notify = useNotify();
  const words = useWords();
  const logout = useLogout();
  const both = useLoad(
    () =>
      Promise.all([client.getStaffSelf({}), client.getSettings({})]).then(([self, settings]) => ({ self, settings })),
    [client],
  );
  const { load, reload, replace } = both;
  const value = load.state === 'ready' ? load.value : undefined;
  const watched = useAccess(client, {
    self: value?.self,
    onChanged(self) {
      notify({ text: words.doors.roleChanged(words.shell.roles[self.role]) });
      replace((now) => ({ ...now, self }));
    },
    onLost,
  });
  const desk = useMemo<Desk | undefined>(
    () =>
      value && {
        client: watched,
        ...value,
        setSettings: (change) => replace((now) => ({ ...now, settings: change(now.settings) })),
        reloadSettings: reload,
        may: (permission) => value.self.permissions.includes(permission),
      },
    [watched, value, replace, reload],
  );

  if (desk) {
    return (
      <DeskContext value={desk}>
        {/* Another role sees other things: every page is asked for anew. */}
        <Shell key={desk.self.permissions.join(' ')} />
      </DeskContext>
    );
  }
  if (load.state === 'failed') {
    const stranger = isRefusal(load.error, 'not_found') || isRefusal(load.error, 'not_permitted');
    return (
      <Door
        title={stranger ? words.doors.notStaff : words.doors.signIn}
        {...(stranger ? { text: words.doors.notStaffText(email) } : {})}
      >
        {!stranger && <Failure error={load.error} retry={reload} />}
        <Button variant="default" onClick={logout}>
          {words.shell.logout}
        </Button>
      </Door>
    );
  }
  return (
    <Door title={words.doors.signIn}>
      <Waiting />
    </Door>
  );
}
