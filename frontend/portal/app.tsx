import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import { Route, Switch } from 'wouter-preact';
import { type Language, languageOf } from '../../shared/domain/business.ts';
import { tongueOf } from '../../shared/wording/words.ts';
import { isRefusal } from '../common/error-words.ts';
import type { MemberSide } from '../common/member-side.ts';
import { FrontHeader } from './parts/front-header.tsx';
import { Page } from './parts/page.tsx';
import { Skeleton } from './parts/skeleton.tsx';
import { PortalContext } from './portal-context.ts';
import { ForgotPassword } from './screens/forgot-password.tsx';
import { FrontPage } from './screens/front-page.tsx';
import { Invitation } from './screens/invitation.tsx';
import { MemberArea } from './screens/member-area.tsx';
import { NewPassword } from './screens/new-password.tsx';
import { NotASalon, PageMissing, Unreachable } from './screens/nothing-here.tsx';
import { wearBrand } from './state/brand.ts';
import { chosenLanguage, rememberLanguage } from './state/language.ts';
import { useLoad } from './state/use-load.ts';

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
        <Route path={/^\/portal\/(forgot-password|invitation|password)\/?$/}>
          <Page header={<FrontHeader account={false} />}>
            <Route path="/portal/forgot-password" component={ForgotPassword} />
            <Route path="/portal/invitation" component={Invitation} />
            <Route path="/portal/password" component={NewPassword} />
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
