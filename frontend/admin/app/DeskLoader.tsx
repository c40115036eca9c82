import { Button } from '@mantine/core';
import { useMemo } from 'react';
import { isRefusal } from '../../common/error-words.ts';
import { Door } from '../doors/Door.tsx';
import { useLoad } from '../effects/load.ts';
import { Failure } from '../parts/Failure.tsx';
import { Waiting } from '../parts/Waiting.tsx';
import { type Desk, DeskContext } from './desk.ts';
import { usePage, useWords } from './page.ts';
import { Shell } from './Shell.tsx';
import { useLogout } from './use-logout.ts';

/** Asks who is signed in and what the salon offers, side by side, then opens the desk. */
export function DeskLoader({ email }: { email: string }) {
  const { client } = usePage().side;
  const words = useWords();
  const logout = useLogout();
  const both = useLoad(
    () =>
      Promise.all([client.getStaffSelf({}), client.getSettings({})]).then(([self, settings]) => ({ self, settings })),
    [client],
  );
  const { load, reload, replace } = both;
  const value = load.state === 'ready' ? load.value : undefined;
  const desk = useMemo<Desk | undefined>(
    () =>
      value && {
        client,
        ...value,
        setSettings: (change) => replace((now) => ({ ...now, settings: change(now.settings) })),
        reloadSettings: reload,
        may: (permission) => value.self.permissions.includes(permission),
      },
    [client, value, replace, reload],
  );

  if (desk) {
    return (
      <DeskContext value={desk}>
        <Shell />
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
