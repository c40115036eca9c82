import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import { Route, Switch } from 'wouter-preact';
import { type Language, languageOf } from '../../shared/domain/business.ts';
import { tongueOf } from '../../shared/wording/words.ts';
import { isRefusal } from '../common/error-words.ts';
import type { MemberSide } from '../common/member-side.ts';
import { FrontHeader } from './parts/front-header.tsx';
import { LazyScreen } from './parts/lazy-screen.tsx';
import { Page } from './parts/page.tsx';
import { Skeleton } from './parts/skeleton.tsx';
import { PortalContext } from './portal-context.ts';
import { ForgotPassword } from './screens/forgot-password.tsx';
import { FrontPage } from './screens/front-page.tsx';
import { MemberArea } from './screens/member-area.tsx';
import { NotASalon, PageMissing, Unreachable } from './screens/nothing-here.tsx';
import { wearBrand } from './state/brand.ts';
import { chosenLanguage, rememberLanguage } from './state/language.ts';
import { useLoad } from './state/use-load.ts';

const invitation = () => import('./screens/invitation.tsx');
const newPassword = () => import('./screens/new-password.tsx');
const cardLink = () => import('./screens/card-link.tsx');
const checkout = () => import('./screens/checkout.tsx');
const join = () => import('./screens/join.tsx');
const unsubscribe = () => import('./screens/unsubscribe.tsx');

const withoutSession = /^\/portal\/(forgot-password|invitation|password|card|checkout|unsubscribe|join\/[^/]+)\/?$/;

/** The salon’s front page at `/` and its members’ portal under `/portal`. */
export function App({ side, linkToken }: { side: MemberSide; linkToken: string | undefined }) {
  const [business, again] = useLoad(() => side.public.getBusiness({}), 'business');
  const [chosen, setChosen] = useState(chosenLanguage);
  const speak = useCallback((language: Language) => {
    rememberLanguage(language);
    setChosen(language);
  }, []);

  const view = business.kind === 'ready' ? business.value : undefined;
  const language = chosen ?? (view && languageOf(view.locale));
  useEffect(() => {
    if (view !== undefined) wearBrand(view);
  }, [view]);
  const portal = useMemo(
    () => view && language && { business: view, side, tongue: tongueOf(language, view.locale), speak, linkToken },
    [view, language, side, speak, linkToken],
  );
  // Before the first request of a screen: its answer is to come in this language.
  if (language !== undefined) document.documentElement.lang = language;

  if (business.kind === 'failed') {
    return isRefusal(business.error, 'not_found') ? (
      <NotASalon />
    ) : (
      <Unreachable error={business.error} again={again} />
    );
  }
  if (!portal) return <Skeleton bar />;
  return (
    <PortalContext.Provider value={portal}>
      <Switch>
        <Route path="/">
          <Page header={<FrontHeader />}>
            <FrontPage />
          </Page>
        </Route>
        <Route path={withoutSession}>
          <Page header={<FrontHeader account={false} />}>
            <Route path="/portal/forgot-password" component={ForgotPassword} />
            <Route path="/portal/invitation">
              <LazyScreen name="invitation" load={invitation}>
                {({ Invitation }) => <Invitation />}
              </LazyScreen>
            </Route>
            <Route path="/portal/password">
              <LazyScreen name="password" load={newPassword}>
                {({ NewPassword }) => <NewPassword />}
              </LazyScreen>
            </Route>
            <Route path="/portal/card">
              <LazyScreen name="card" load={cardLink}>
                {({ CardLink }) => <CardLink />}
              </LazyScreen>
            </Route>
            <Route path="/portal/checkout">
              <LazyScreen name="checkout" load={checkout}>
                {({ Checkout }) => <Checkout />}
              </LazyScreen>
            </Route>
            <Route path="/portal/unsubscribe">
              <LazyScreen name="unsubscribe" load={unsubscribe}>
                {({ Unsubscribe }) => <Unsubscribe />}
              </LazyScreen>
            </Route>
            <Route path="/portal/join/:planId">
              {({ planId }) => (
                <LazyScreen name="join" load={join}>
                  {({ Join }) => <Join key={planId} planId={planId} />}
                </LazyScreen>
              )}
            </Route>
          </Page>
        </Route>
        <Route path="/portal/*?" component={MemberArea} />
        <Route>
          <Page header={<FrontHeader />}>
            <PageMissing />
          </Page>
        </Route>
      </Switch>
    </PortalContext.Provider>
  );
}
