import { lazy, Suspense, useEffect, useMemo, useRef, useState } from 'react';
import { Redirect, Route, Switch, useLocation } from 'wouter';
import { ContactsPage } from '../contacts/ContactsPage.tsx';
import { SearchBox } from '../contacts/SearchBox.tsx';
import { type Search, SearchContext } from '../contacts/search.ts';
import { Waiting } from '../parts/Waiting.tsx';
import { ProfilePage } from '../profile/ProfilePage.tsx';
import { useDesk } from './desk.ts';
import { Narrow, Side } from './Navigation.tsx';
import { NotFound } from './NotFound.tsx';
import { useWords } from './page.ts';
import { PlaceCountsContext, useCountedPlaces } from './place-counts.ts';
import styles from './Shell.module.css';

const EstimatesPage = lazy(() => import('../estimates/EstimatesPage.tsx'));
const PastDuePage = lazy(() => import('../past-due/PastDuePage.tsx'));
const QuestionsPage = lazy(() => import('../questions/QuestionsPage.tsx'));
const QuestionPage = lazy(() => import('../questions/QuestionPage.tsx'));
const PlansPage = lazy(() => import('../plans/PlansPage.tsx'));
const MigrationPage = lazy(() => import('../migration/MigrationPage.tsx'));
const TeamPage = lazy(() => import('../team/TeamPage.tsx'));
const ClosurePage = lazy(() => import('../closure/ClosurePage.tsx'));
const LedgerPage = lazy(() => import('../ledger/LedgerPage.tsx'));
const SettingsPage = lazy(() => import('../settings/SettingsPage.tsx'));

/** The desk: search on top, where one can go at the side, one page. What the role may not do has no address here. */
export function Shell() {
  const { may } = useDesk();
  const words = useWords();
  const [typed, setTyped] = useState('');
  const [entered, setEntered] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const main = useRef<HTMLElement>(null);
  const [path] = useLocation();
  const opened = useRef(path);
  const counts = useCountedPlaces(path);

  useEffect(() => {
    // A new page starts at its top, for eyes and screen readers alike; Contacts starts in the search field instead.
    if (opened.current === path) return;
    opened.current = path;
    scrollTo(0, 0);
    if (path !== '/contacts') main.current?.focus();
  }, [path]);

  const search = useMemo<Search>(() => ({ typed, setTyped, entered, setEntered, field }), [typed, entered]);

  return (
    <SearchContext value={search}>
      <a className={styles.skip} href="#content">
        {words.shell.skip}
      </a>
      <div className={styles.shell}>
        <PlaceCountsContext value={counts}>
          <Side />
          <div className={styles.bar}>
            <SearchBox />
            <Narrow />
          </div>
          <main ref={main} id="content" className={styles.main} tabIndex={-1}>
            <Suspense fallback={<Waiting lines={5} />}>
              <Switch>
                <Route path="/">
                  <Redirect to="/contacts" replace />
                </Route>
                <Route path="/contacts" component={ContactsPage} />
                <Route path="/contacts/:memberId">
                  {({ memberId }) => <ProfilePage key={memberId} memberId={memberId} />}
                </Route>
                {may('billing.read') && <Route path="/past-due" component={PastDuePage} />}
                {may('billing.read') && <Route path="/estimates" component={EstimatesPage} />}
                {may('questions.answer') && <Route path="/questions" component={QuestionsPage} />}
                {may('questions.answer') && (
                  <Route path="/questions/:memberId/:questionId">
                    {(path) => <QuestionPage key={path.questionId} {...path} />}
                  </Route>
                )}
                {may('plans.manage') && <Route path="/plans" component={PlansPage} />}
                {may('plans.manage') && (
                  <Route path="/plans/:planId/members">
                    {({ planId }) => <MigrationPage key={planId} planId={planId} />}
                  </Route>
                )}
                {may('staff.manage') && <Route path="/team" component={TeamPage} />}
                {may('business.manage') && <Route path="/ledger" component={LedgerPage} />}
                {may('business.manage') && <Route path="/settings" component={SettingsPage} />}
                {may('business.manage') && <Route path="/settings/closure" component={ClosurePage} />}
                <Route>
                  <NotFound />
                </Route>
              </Switch>
            </Suspense>
          </main>
        </PlaceCountsContext>
      </div>
    </SearchContext>
  );
}
