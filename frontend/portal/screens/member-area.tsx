import { useEffect, useRef, useState } from 'preact/hooks';
import { Route, Switch, useLocation } from 'wouter-preact';
import type { MemberSession } from '../../../shared/contract/views.ts';
import { Failed } from '../parts/failed.tsx';
import { FrontHeader } from '../parts/front-header.tsx';
import { MemberHeader } from '../parts/member-header.tsx';
import { Screen } from '../parts/screen.tsx';
import { Skeleton } from '../parts/skeleton.tsx';
import { usePortal } from '../portal-context.ts';
import { profileChoice, shownProfile } from '../state/profile-choice.ts';
import { useLoad } from '../state/use-load.ts';
import { useSession } from '../state/use-session.ts';
import { ChooseProfile } from './choose-profile.tsx';
import { Dashboard } from './dashboard.tsx';
import { NoMembership } from './no-membership.tsx';
import { PageMissing } from './nothing-here.tsx';
import { Plan } from './plan.tsx';
import { SignIn } from './sign-in.tsx';

/** Everything that needs a signed-in person. What is signed in decides; the address only says what to show then. */
export function MemberArea() {
  const { side, tongue } = usePortal();
  const { page, access } = tongue.words;
  const state = useSession(side.session);
  const wasSignedIn = useRef(false);
  const [started, again] = useLoad(
    async () => (side.session.state().kind === 'unknown' ? side.session.start() : side.session.state()),
    'session',
  );
  useEffect(() => {
    if (state.kind === 'signed_in') wasSignedIn.current = true;
  }, [state.kind]);

  if (state.kind === 'signed_in') return <SignedIn key={state.session.email} session={state.session} />;
  if (state.kind === 'signed_out') return <SignIn news={wasSignedIn.current ? access.signedOut : undefined} />;
  if (started.kind !== 'failed') return <Skeleton />;
  return (
    <Screen title={page.somethingWrong} header={<FrontHeader account={false} />} kind="narrow">
      <Failed error={started.error} again={again} />
    </Screen>
  );
}

function SignedIn({ session }: { session: MemberSession }) {
  const { page } = usePortal().tongue.words;
  const [chosen, setChosen] = useState(profileChoice.get);
  const choose = (memberId: string) => {
    profileChoice.set(memberId);
    setChosen(memberId);
  };
  const { email, profiles } = session;
  const shown = shownProfile(profiles, chosen);
  const header = <MemberHeader email={email} profiles={profiles} shown={shown} choose={choose} />;
  if (profiles.length === 0) return <NoMembership email={email} header={header} />;
  if (shown === undefined) {
    return (
      <Screen title={page.chooseProfile} header={header} kind="narrow">
        <ChooseProfile profiles={profiles} choose={choose} />
      </Screen>
    );
  }
  return <Profile key={shown.memberId} memberId={shown.memberId} header={header} />;
}

function Profile({ memberId, header }: { memberId: string; header: preact.ComponentChildren }) {
  const { side, tongue } = usePortal();
  const [dashboard, again] = useLoad(() => side.client.getDashboard({ path: { memberId } }), memberId);
  const [path] = useLocation();
  if (dashboard.kind === 'loading') return <Skeleton />;
  if (dashboard.kind === 'failed') {
    return (
      <Screen title={tongue.words.page.somethingWrong} header={header} kind="narrow">
        <Failed error={dashboard.error} again={again} />
      </Screen>
    );
  }
  const { memberships, credits, signedInAs } = dashboard.value;
  if (memberships.length === 0 && credits.length === 0) return <NoMembership email={signedInAs} header={header} />;
  return (
    <Switch location={path.replace(/(?<=.)\/$/, '')}>
      <Route path="/portal">
        <Dashboard header={header} {...dashboard.value} />
      </Route>
      <Route path="/portal/plan">
        <Plan header={header} {...dashboard.value} />
      </Route>
      <Route component={PageMissing} />
    </Switch>
  );
}
