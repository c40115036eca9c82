import { ArrowLeft } from 'lucide-preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Link } from 'wouter-preact';
import type { ReplyOf } from '../../../shared/contract/handlers.ts';
import type { memberOperations } from '../../../shared/contract/member-operations.ts';
import type { PlanChangePreview } from '../../../shared/contract/plan-change-views.ts';
import type { MembershipView } from '../../../shared/contract/views.ts';
import type { ChangeWhen } from '../../../shared/domain/plan-quote.ts';
import { priceInWords } from '../../../shared/wording/describe-price.ts';
import { formatDay, formatMoney } from '../../../shared/wording/format.ts';
import { Ask } from '../parts/ask.tsx';
import { ErrorNotice, type News, NewsNotice } from '../parts/notice.tsx';
import { PlanChangeAmounts } from '../parts/plan-change-amounts.tsx';
import { Choice } from '../parts/plan-choice.tsx';
import { Screen } from '../parts/screen.tsx';
import { Skeleton } from '../parts/skeleton.tsx';
import { usePortal } from '../portal-context.ts';
import type { Own } from '../state/own.ts';
import { useHostedPage } from '../state/use-hosted-page.ts';
import { useLoad } from '../state/use-load.ts';
import { useSend } from '../state/use-send.ts';
import { PageMissing } from './nothing-here.tsx';

type Changed = ReplyOf<(typeof memberOperations)['changeOwnPlan']>;
interface Given {
  readonly membership: MembershipView;
  readonly own: Own;
}

/** Another plan in three steps on one screen: choose, see what it means, see what came of it (000-028, rule PC5). */
export function ChangePlanScreen({ membershipId, ...own }: Own & { membershipId: string }) {
  const { planChange, page } = usePortal().tongue.words;
  const membership = own.memberships.find((candidate) => candidate.membershipId === membershipId);
  if (membership === undefined) return <PageMissing />;
  return (
    <Screen title={planChange.title} kind="narrow">
      <Link href="/portal/plan" class="more">
        <ArrowLeft aria-hidden="true" size={18} />
        {page.planInPlainWords}
      </Link>
      <Steps membership={membership} own={own} />
    </Screen>
  );
}

function Steps({ membership, own }: Given) {
  const { side } = usePortal();
  const [preview, setPreview] = useState<PlanChangePreview>();
  const [changed, setChanged] = useState<Changed>();
  const path = { memberId: own.profile.memberId, membershipId: membership.membershipId };
  const quoting = useSend((asked: { planId: string; when: ChangeWhen }, idempotencyKey) =>
    side.client.quoteOwnPlanChange({ path, body: asked, idempotencyKey }),
  );
  const look = async (planId: string, when: ChangeWhen) => {
    const offered = await quoting.send({ planId, when });
    if (offered !== undefined) setPreview(offered);
  };
  if (changed !== undefined && preview !== undefined) return <Done changed={changed} preview={preview} own={own} />;
  if (preview === undefined) return <Choices membership={membership} own={own} quoting={quoting} look={look} />;
  const { quoteId, to, when } = preview;
  return (
    <Preview
      key={quoteId}
      preview={preview}
      own={own}
      again={() => look(to.planId, when)}
      back={() => setPreview(undefined)}
      done={(reply) => {
        setChanged(reply);
        own.reload();
      }}
    />
  );
}

function Choices(
  props: Given & {
    quoting: { readonly busy: boolean; readonly error: unknown };
    look: (planId: string, when: ChangeWhen) => void;
  },
) {
  const { side, tongue } = usePortal();
  const { planChange: words } = tongue.words;
  const { membership, own, quoting, look } = props;
  const { memberId } = own.profile;
  const { membershipId } = membership;
  const [loaded] = useLoad(() => side.client.listOwnPlanChoices({ path: { memberId, membershipId } }), membershipId);
  if (loaded.kind === 'loading') return <Skeleton />;
  // What stands in the way of a change is said by the API, and whom to ask stands beneath.
  if (loaded.kind === 'failed') {
    return (
      <>
        <ErrorNotice error={loaded.error} />
        <Ask memberships={own.memberships} />
      </>
    );
  }
  const { current, choices, cheaperFrom } = loaded.value;
  const day = (date: string) => formatDay(date, own.today, tongue.locale);
  return (
    <>
      <p class="lead">{words.now(current.name, priceInWords(current, current.rules.tax, tongue))}</p>
      <ErrorNotice error={quoting.error} />
      {choices.length === 0 && <p>{words.none}</p>}
      {choices.map((choice) => (
        <Choice
          key={choice.plan.planId}
          current={current}
          choice={choice}
          services={own.services}
          billDay={day(membership.upcoming?.on ?? membership.period.end)}
          busy={quoting.busy}
          choose={(when) => look(choice.plan.planId, when)}
        />
      ))}
      {cheaperFrom !== undefined && <p>{words.cheaperFrom(day(cheaperFrom))}</p>}
      <Ask memberships={own.memberships} />
    </>
  );
}

/** A heading that takes the focus when its step begins, so that keyboard and screen reader go along. */
function Step({ children }: { children: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    scrollTo(0, 0);
    heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <h2 ref={heading} tabIndex={-1}>
      {children}
    </h2>
  );
}

function Preview(props: {
  preview: PlanChangePreview;
  own: Own;
  again: () => void;
  back: () => void;
  done: (changed: Changed) => void;
}) {
  const { side, tongue } = usePortal();
  const { planChange: words, billing } = tongue.words;
  const { preview, own } = props;
  const { memberId } = own.profile;
  const { membershipId } = preview.membership;
  const { quoteId, amount, card, effectiveOn, when, from, to } = preview;
  const changing = useSend((asked: { quoteId: string }, idempotencyKey) =>
    side.client.changeOwnPlan({ path: { memberId, membershipId }, body: asked, idempotencyKey }),
  );
  const hosted = useHostedPage();
  const needsCard = amount.amount > 0 && card === undefined;
  const confirm = async () => {
    const reply = await changing.send({ quoteId });
    if (reply !== undefined) props.done(reply);
  };
  const label =
    when === 'next_period'
      ? words.confirmLater(formatDay(effectiveOn, own.today, tongue.locale))
      : amount.amount > 0
        ? words.pay(formatMoney(amount, tongue.locale))
        : words.confirmToday;
  return (
    <section>
      <Step>{words.preview(from.name, to.name)}</Step>
      <PlanChangeAmounts preview={preview} today={own.today} services={own.services} />
      {needsCard && <p>{words.cardFirst}</p>}
      <div role="status">{changing.busy && amount.amount > 0 && <p class="muted">{words.busy}</p>}</div>
      <ErrorNotice error={changing.error ?? hosted.error} />
      <div class="ways">
        {needsCard ? (
          <button
            type="button"
            class="primary"
            aria-disabled={hosted.busy}
            onClick={() => hosted.leave(() => side.client.startCardUpdate({ path: { memberId }, body: {} }))}
          >
            {billing.card.add}
          </button>
        ) : changing.error === undefined ? (
          <button type="button" class="primary" aria-disabled={changing.busy} onClick={confirm}>
            {label}
          </button>
        ) : (
          <button type="button" class="primary" onClick={props.again}>
            {words.newest}
          </button>
        )}
        <button
          type="button"
          class="secondary"
          aria-disabled={changing.busy}
          onClick={() => changing.busy || props.back()}
        >
          {words.back}
        </button>
      </div>
    </section>
  );
}

/** What came of it, where it was asked for. */
function Done({ changed, preview, own }: { changed: Changed; preview: PlanChangePreview; own: Own }) {
  const { tongue } = usePortal();
  const { planChange: words, billing } = tongue.words;
  const { result, invoiceId } = changed;
  const plan = preview.to.name;
  const news: Readonly<Record<Changed['result'], News>> = {
    changed: {
      tone: 'good',
      text:
        preview.total.amount === 0
          ? words.changed(plan)
          : words.changedPaid(plan, formatMoney(preview.total, tongue.locale)),
    },
    scheduled: {
      tone: 'good',
      text: words.scheduled(plan, formatDay(preview.effectiveOn, own.today, tongue.locale)),
    },
    declined: { tone: 'bad', text: words.declined },
    confirmation_needed: { tone: 'bad', text: words.confirmationNeeded },
    pending: { tone: 'wait', text: words.pending },
  };
  const failed = result === 'declined' || result === 'confirmation_needed';
  return (
    <section>
      <NewsNotice news={news[result]} catches />
      <div class="ways">
        <Link href="/portal" class="primary">
          {failed ? billing.card.update : words.done}
        </Link>
        {invoiceId !== undefined && (
          <Link href={`/portal/payments/${invoiceId}`} class="secondary">
            {words.receipt}
          </Link>
        )}
      </div>
    </section>
  );
}
