import { ArrowRight } from 'lucide-preact';
import { Link } from 'wouter-preact';
import { AnswerNotice } from '../parts/answer-notice.tsx';
import { Ask } from '../parts/ask.tsx';
import { Screen } from '../parts/screen.tsx';
import { Sharing } from '../parts/sharing.tsx';
import { usePortal } from '../portal-context.ts';
import type { Own } from '../state/own.ts';

/** The first screen of somebody without a membership with whom others share theirs: whose, what is left, and how to use it (rule C10). */
export function SharedOnly(own: Own) {
  const { page, estimates } = usePortal().tongue.words;
  return (
    <Screen title={page.whatYouCanUse} kind="narrow">
      {own.questions.unread > 0 && <AnswerNotice />}
      <Sharing {...own} nothing={<p class="muted">{page.nothingToUse}</p>} />
      <Link href="/portal/payments?show=estimates" class="more">
        {estimates.toPayments}
        <ArrowRight aria-hidden="true" size={18} />
      </Link>
      <Ask memberships={own.memberships} />
    </Screen>
  );
}
