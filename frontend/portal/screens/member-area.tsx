import { useEffect, useRef, useState } from 'preact/hooks';
import { Route, Switch, useLocation } from 'wouter-preact';
import type { MemberSession } from '../../../shared/contract/views.ts';
import { Failed } from '../parts/failed.tsx';
import { FrontHeader } from '../parts/front-header.tsx';
import { LazyScreen } from '../parts/lazy-screen.tsx';
import { MemberHeader } from '../parts/member-header.tsx';
import { Page } from '../parts/page.tsx';
import { Screen } from '../parts/screen.tsx';
import { Skeleton } from '../parts/skeleton.tsx';
import { usePortal } from '../portal-context.ts';
import { firstScreen } from '../state/first-screen.ts';
import { profileChoice, shownProfile } from '../state/profile-choice.ts';
import { useLoad } from '../state/use-load.ts';
import { useReturn } from '../state/use-return.ts';
import { useSession } from '../state/use-session.ts';
import { ChooseProfile } from './choose-profile.tsx';
import { Dashboard } from './dashboard.tsx';
import { NoMembership } from './no-membership.tsx';
import { PageMissing } from './nothing-here.tsx';
import { SharedOnly } from './shared-only.tsx';
import { SignIn } from './sign-in.tsx';

const plan = () => import('./plan.tsx');
const cancel = () => import('./cancel.tsx');
const pause = () => import('./pause.tsx');
const changePlan = () => import('./change-plan.tsx');
const payments = () => import('./payments.tsx');
const receipt = () => import('./receipt.tsx');
const estimate = () => import('./estimate.tsx');
const questions = () => import('./questions.tsx');
const question = () => import('./question.tsx');
const askQuestion = () => import('./ask-question.tsx');

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
  return (
    <Page header={<FrontHeader account={false} />}>
      {state.kind === 'signed_out' && <SignIn news={wasSignedIn.current ? access.signedOut : undefined} />}
      {state.kind === 'unknown' && started.kind !== 'failed' && <Skeleton />}
      {state.kind === 'unknown' && started.kind === 'failed' && (
        <Screen title={page.somethingWrong} kind="narrow">
          <Failed error={started.error} again={again} />
        </Screen>
      )}
    </Page>
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
  const [unread, setUnread] = useState(0);
  return (
    <Page header={<MemberHeader email={email} profiles={profiles} shown={shown} choose={choose} unread={unread} />}>
      {profiles.length === 0 && <NoMembership email={email} />}
      {profiles.length > 0 && shown === undefined && (
        <Screen title={page.chooseProfile} kind="narrow">
          <ChooseProfile profiles={profiles} choose={choose} />
        </Screen>
      )}
      {shown !== undefined && <Profile key={shown.memberId} memberId={shown.memberId} counted={setUnread} />}
    </Page>
  );
}

function Profile({ memberId, counted }: { memberId: string; counted: (unread: number) => void }) {
  const { side, tongue } = usePortal();
  const [dashboard, again] = useLoad(() => side.client.getDashboard({ path: { memberId } }), memberId);
  useReturn(again);
  const unread = dashboard.kind === 'ready' ? dashboard.value.questions.unread : 0;
  useEffect(() => counted(unread), [counted, unread]);
  const [path] = useLocation();
  if (dashboard.kind === 'loading') return <Skeleton />;
  if (dashboard.kind === 'failed') {
    return (
      <Screen title={tongue.words.page.somethingWrong} kind="narrow">
        <Failed error={dashboard.error} again={again} />
      </Screen>
    );
  }
  const own = { ...dashboard.value, reload: again };
  const { memberships, signedInAs } = own;
  const first = firstScreen(own);
  // An estimate or an invoice may be all that somebody has.
  const isBilled = path.startsWith('/portal/payments');
  if (first === 'none' && !isBilled) return <NoMembership email={signedInAs} isClient />;
  const location = path.replace(/(?<=.)\/$/, '');
  // The plan is somebody else’s: there is no own one to explain.
  if (first === 'shared' && ['/portal', '/portal/plan'].includes(location)) return <SharedOnly {...own} />;
  return (
    <Switch location={location}>
      <Route path="/portal">
        <Dashboard {...own} />
      </Route>
      <Route path="/portal/plan">
        <LazyScreen name="plan" load={plan}>
          {({ Plan }) => <Plan {...own} />}
        </LazyScreen>
      </Route>
      <Route path="/portal/pause/:membershipId">
        {({ membershipId }) => {
          const membership = memberships.find((one) => one.membershipId === membershipId);
          if (membership === undefined) return <PageMissing />;
          return (
            <LazyScreen name="pause" load={pause}>
              {({ Pause }) => <Pause membership={membership} own={own} />}
            </LazyScreen>
          );
        }}
      </Route>
      <Route path="/portal/cancel/:membershipId">
        {({ membershipId }) => (
          <LazyScreen name="cancel" load={cancel}>
            {({ Cancel }) => <Cancel key={membershipId} membershipId={membershipId} {...own} />}
          </LazyScreen>
        )}
      </Route>
      <Route path="/portal/change-plan/:membershipId">
        {({ membershipId }) => (
          <LazyScreen name="change-plan" load={changePlan}>
            {({ ChangePlanScreen }) => <ChangePlanScreen key={membershipId} membershipId={membershipId} {...own} />}
          </LazyScreen>
        )}
      </Route>
      <Route path="/portal/payments">
        <LazyScreen name="payments" load={payments}>
          {({ Payments }) => <Payments {...own} />}
        </LazyScreen>
      </Route>
      <Route path="/portal/payments/:invoiceId">
        {({ invoiceId }) => (
          <LazyScreen name="receipt" load={receipt}>
            {({ Receipt }) => <Receipt key={invoiceId} invoiceId={invoiceId} {...own} />}
          </LazyScreen>
        )}
      </Route>
      <Route path="/portal/payments/estimates/:estimateId">
        {({ estimateId }) => (
          <LazyScreen name="estimate" load={estimate}>
            {({ Estimate }) => <Estimate key={estimateId} estimateId={estimateId} {...own} />}
          </LazyScreen>
        )}
      </Route>
      <Route path="/portal/questions">
        <LazyScreen name="questions" load={questions}>
          {({ Questions }) => <Questions {...own} />}
        </LazyScreen>
      </Route>
      <Route path="/portal/questions/new">
        <LazyScreen name="ask" load={askQuestion}>
          {({ AskQuestion }) => <AskQuestion {...own} />}
        </LazyScreen>
      </Route>
      <Route path="/portal/questions/:questionId">
        {({ questionId }) => (
          <LazyScreen name="question" load={question}>
            {({ Question }) => <Question key={questionId} questionId={questionId} {...own} />}
          </LazyScreen>
        )}
      </Route>
      <Route component={PageMissing} />
    </Switch>
  );
}
