import { Button } from '@mantine/core';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { Route, Switch } from 'wouter';
import { Door } from '../doors/Door.tsx';
import { ForgotPassword } from '../doors/ForgotPassword.tsx';
import { Invitation } from '../doors/Invitation.tsx';
import { NewPassword } from '../doors/NewPassword.tsx';
import { SignIn } from '../doors/SignIn.tsx';
import { useSend } from '../effects/send.ts';
import { Failure } from '../parts/Failure.tsx';
import { Waiting } from '../parts/Waiting.tsx';
import { DeskLoader } from './DeskLoader.tsx';
import { usePage, useWords } from './page.ts';

/** The doors are open to everybody; behind them is the desk. */
export function Routes({ linkToken }: { linkToken: string | undefined }) {
  return (
    <Switch>
      <Route path="/invitation">
        <Invitation token={linkToken} />
      </Route>
      <Route path="/password">
        <NewPassword token={linkToken} />
      </Route>
      <Route path="/forgot-password">
        <ForgotPassword />
      </Route>
      <Route>
        <Guarded />
      </Route>
    </Switch>
  );
}

/** Tries the session's cookie once; then the desk, or the form to sign in at the address that was asked for. */
function Guarded() {
  const { side, business } = usePage();
  const { session } = side;
  const words = useWords();
  const [lost, setLost] = useState(false);
  const state = useSyncExternalStore(session.subscribe, session.state);
  const starting = useSend(() => session.start());

  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the page opens
  useEffect(() => {
    if (state.kind === 'unknown') void starting.send({});
  }, []);

  function endView() {
    setLost(true);
    // The page closes whether or not this is answered: the API refuses the session anyway.
    session.signOut().catch(() => undefined);
  }

  if (lost) return <SignIn notice={words.doors.accessLost(business?.name ?? '')} onSignedIn={() => setLost(false)} />;
  if (state.kind === 'signed_in') {
    return <DeskLoader key={state.session.email} email={state.session.email} onLost={endView} />;
  }
  if (state.kind === 'signed_out') return <SignIn />;
  return (
    <Door title={words.doors.signIn}>
      {starting.error === undefined ? (
        <Waiting />
      ) : (
        <>
          <Failure error={starting.error} />
          <Button onClick={() => void starting.send({})} loading={starting.busy}>
            {words.common.retry}
          </Button>
        </>
      )}
    </Door>
  );
}
