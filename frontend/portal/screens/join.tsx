import { ArrowLeft, Lock } from 'lucide-preact';
import { useEffect } from 'preact/hooks';
import { Link } from 'wouter-preact';
import { commitmentInWords, includedInWords, renewalInWords } from '../../../shared/wording/describe-plan.ts';
import { formatDate, formatMoney } from '../../../shared/wording/format.ts';
import { Failed } from '../parts/failed.tsx';
import { JoiningForm } from '../parts/joining-form.tsx';
import { Price } from '../parts/price.tsx';
import { PriceTable } from '../parts/price-table.tsx';
import { Screen } from '../parts/screen.tsx';
import { Skeleton } from '../parts/skeleton.tsx';
import { Terms } from '../parts/terms.tsx';
import { usePortal } from '../portal-context.ts';
import type { EnrolmentPreview } from '../state/enrolment-preview.ts';
import { useLoad } from '../state/use-load.ts';
import { useSession } from '../state/use-session.ts';

/** Joining a plan online: everything that is agreed to before anything is entered (rule 13), then the person, in one step. */
export function Join({ planId }: { planId: string }) {
  const { side, tongue } = usePortal();
  const [preview, again] = useLoad(() => side.public.previewEnrolment({ path: { planId } }), planId);
  if (preview.kind === 'loading') return <Skeleton />;
  if (preview.kind === 'failed') {
    return (
      <Screen title={tongue.words.page.somethingWrong} kind="narrow">
        <Failed error={preview.error} again={again} />
        <ToPlans />
      </Screen>
    );
  }
  return <Offer preview={preview.value} again={again} />;
}

function ToPlans() {
  const { joining } = usePortal().tongue.words.agreement;
  return (
    <Link href="/#memberships" class="more">
      <ArrowLeft aria-hidden="true" size={18} />
      {joining.toPlans}
    </Link>
  );
}

function Offer({ preview, again }: { preview: EnrolmentPreview; again: () => void }) {
  const { side, business, tongue } = usePortal();
  const { agreement, billing, plans, terms } = tongue.words;
  const isSignedIn = useSession(side.session).kind === 'signed_in';
  // Whoever comes from the front page has not been asked for yet who they are.
  useEffect(() => {
    if (side.session.state().kind === 'unknown') side.session.start().catch(() => undefined);
  }, [side.session]);
  const { joining } = agreement;
  const { plan, services, nextBill, lastBill } = preview;
  return (
    <Screen title={joining.joinPlan(plan.name)} kind="narrow">
      <ToPlans />
      {isSignedIn && <p class="notice">{joining.addsAnother}</p>}
      <div>
        <p class="muted">{plan.tier}</p>
        <Price plan={plan} lastBill={lastBill} />
      </div>
      {plan.description !== undefined && <p class="lines">{plan.description}</p>}
      <ul class="ticks">
        {includedInWords(plan, services, tongue).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <section aria-labelledby="today">
        <h2 id="today">{joining.youPayToday}</h2>
        {preview.lines.length === 0 ? (
          <p>{joining.nothingToday}</p>
        ) : (
          <PriceTable lines={preview.lines} total={preview.dueNow} />
        )}
        <h3>{joining.afterwards}</h3>
        <p>
          {nextBill === undefined
            ? joining.noNextBill
            : joining.nextBill(formatMoney(nextBill.amount, tongue.locale), formatDate(nextBill.on, tongue.locale))}
        </p>
      </section>
      <section aria-labelledby="terms">
        <h2 id="terms">{joining.howItWorks}</h2>
        {[renewalInWords(plan, tongue), ...commitmentInWords(plan, tongue), plans.cancelOnline].map((rule) => (
          <p key={rule}>{rule}</p>
        ))}
        <details>
          <summary>{terms.all}</summary>
          <Terms
            plan={plan}
            about={{ payment: 'card', wayOut: 'online', changesPlan: business.features.memberChangesPlan, lastBill }}
            services={services}
            level={3}
          />
        </details>
      </section>
      <section aria-labelledby="you">
        <h2 id="you">{joining.aboutYou}</h2>
        <JoiningForm preview={preview} again={again} />
        <p class="safely">
          <Lock aria-hidden="true" size={18} />
          <span>
            {billing.card.enteredSafely} {joining.passwordLater}
          </span>
        </p>
      </section>
    </Screen>
  );
}
