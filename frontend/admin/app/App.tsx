import { Button } from '@mantine/core';
import { useEffect, useMemo } from 'react';
import { Router } from 'wouter';
import { isRefusal } from '../../common/error-words.ts';
import type { StaffSide } from '../../common/staff-side.ts';
import { Door } from '../doors/Door.tsx';
import { useLoad } from '../effects/load.ts';
import { Failure } from '../parts/Failure.tsx';
import { Notices } from '../parts/Notices.tsx';
import { UnsavedGuard } from '../parts/UnsavedGuard.tsx';
import { type Page, PageContext } from './page.ts';
import { Routes } from './Routes.tsx';
import { speechOf, speechOfBrowser } from './speech.ts';
import { useGuardedLocation } from './use-guarded-location.ts';

interface AppProps {
  readonly side: StaffSide;
  readonly browserLanguage: string;
  readonly linkToken: string | undefined;
}

/** The staff page of one business: who it is decides language and name; then the doors and the desk. */
export function App({ side, browserLanguage, linkToken }: AppProps) {
  const business = useLoad(() => side.public.getBusiness({}), [side]);
  const view = business.load.state === 'ready' ? business.load.value : undefined;
  const speech = useMemo(
    () => (view ? speechOf(view.locale) : speechOfBrowser(browserLanguage)),
    [view, browserLanguage],
  );
  const page = useMemo<Page>(
    () => ({
      side,
      business: view,
      speech,
      changeBusiness: (change) => business.replace((now) => ({ ...now, ...change })),
    }),
    [side, view, speech, business.replace],
  );

  useEffect(() => {
    document.documentElement.lang = speech.language;
  }, [speech]);

  const { words } = speech;
  return (
    <PageContext value={page}>
      <UnsavedGuard>
        <Router base="/admin" hook={useGuardedLocation}>
          {business.load.state === 'ready' && (
            <Notices>
              <Routes linkToken={linkToken} />
            </Notices>
          )}
          {business.load.state === 'failed' &&
            (isRefusal(business.load.error, 'not_found') ? (
              <Door title={words.doors.noBusiness} text={words.doors.noBusinessText}>
                <Button variant="default" onClick={business.reload}>
                  {words.common.retry}
                </Button>
              </Door>
            ) : (
              <Door title="Regulars">
                <Failure error={business.load.error} retry={business.reload} />
              </Door>
            ))}
        </Router>
      </UnsavedGuard>
    </PageContext>
  );
}
