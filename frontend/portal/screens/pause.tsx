import { ArrowLeft } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { Link } from 'wouter-preact';
import type { MembershipView } from '../../../shared/contract/views.ts';
import { ChangePause } from '../parts/change-pause.tsx';
import { ContactLinks } from '../parts/contact-links.tsx';
import { NewPause } from '../parts/new-pause.tsx';
import { GoodNotice } from '../parts/notice.tsx';
import { PausePicture } from '../parts/pause-picture.tsx';
import { Screen } from '../parts/screen.tsx';
import { usePortal } from '../portal-context.ts';
import type { Own } from '../state/own.ts';
import { canPause, changesPauseAlone } from '../state/pausing.ts';

/** Pausing a membership, or changing the pause it has: what it does is shown before anything is done (rules P4–P7). */
export function Pause({ membership, own }: { membership: MembershipView; own: Own }) {
  const { business, tongue } = usePortal();
  const { page, pauses } = tongue.words;
  const [news, setNews] = useState<string>();
  const tell = (text: string) => {
    setNews(text);
    own.reload();
  };
  const given = { membership, own, done: tell };
  const isPaused = membership.pause !== undefined;
  const alone = isPaused ? changesPauseAlone(membership, business.features) : business.features.memberPauses;
  return (
    <Screen title={isPaused ? pauses.changeTitle : pauses.title(membership.plan.name)} kind="narrow">
      <Link href="/portal" class="more">
        <ArrowLeft aria-hidden="true" size={18} />
        {page.toMembership}
      </Link>
      <GoodNotice text={news} catches />
      {isPaused && <PausePicture membership={membership} today={own.today} />}
      {!alone && <ThroughSalon isPaused={isPaused} />}
      {alone && isPaused && <ChangePause key={membership.pause?.lastDay} {...given} />}
      {alone && news === undefined && canPause(membership) && <NewPause {...given} />}
    </Screen>
  );
}

/** What is switched off says whom to ask (000-032). */
function ThroughSalon({ isPaused }: { isPaused: boolean }) {
  const { pauses, questions } = usePortal().tongue.words;
  return (
    <>
      <p>{isPaused ? pauses.throughSalonChange : pauses.throughSalon}</p>
      <div class="ways">
        <Link href="/portal/questions/new" class="primary">
          {questions.askShort}
        </Link>
      </div>
      <ContactLinks />
    </>
  );
}
