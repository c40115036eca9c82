import { ArrowLeft, MessageCircle } from 'lucide-preact';
import { useEffect, useRef } from 'preact/hooks';
import { Link } from 'wouter-preact';
import type { OwnQuestionLine } from '../../../shared/contract/question-views.ts';
import { formatDay, formatInstantDay } from '../../../shared/wording/format.ts';
import { Failed } from '../parts/failed.tsx';
import { Screen } from '../parts/screen.tsx';
import { ShowMore } from '../parts/show-more.tsx';
import { usePortal } from '../portal-context.ts';
import type { Own } from '../state/own.ts';
import { usePages } from '../state/use-pages.ts';

/** What was asked, newest first, with what became of it; and the way to ask. */
export function Questions({ profile, today }: Own) {
  const { side, tongue } = usePortal();
  const { page, questions } = tongue.words;
  const path = { memberId: profile.memberId };
  const list = usePages((query) => side.client.listOwnQuestions({ path, query }), { first: 12, next: 20 });
  const { items, next, error, busy, landing, more } = list;
  const isEmpty = items.length === 0 && next === undefined;
  return (
    <Screen title={questions.list} kind="narrow">
      <Link href="/portal" class="more">
        <ArrowLeft aria-hidden="true" size={18} />
        {page.toMembership}
      </Link>
      <div aria-busy={busy}>
        {busy && items.length === 0 && (
          <p class="shell-line">
            <span class="hidden">{page.loading}</span>
          </p>
        )}
        {error !== undefined && next !== undefined && <Failed error={error} again={more} />}
        {isEmpty && (
          <p class="empty">
            {questions.none}
            <br />
            <span class="muted">{questions.noneExplained}</span>
          </p>
        )}
        <ul class="questions">
          {items.map((question, index) => (
            <Line key={question.questionId} question={question} today={today} landing={index === landing} />
          ))}
        </ul>
        <ShowMore {...list} />
      </div>
      <p>
        <Link href="/portal/questions/new" class="primary">
          <MessageCircle aria-hidden="true" size={20} />
          {questions.askShort}
        </Link>
      </p>
    </Screen>
  );
}

function Line(props: { question: OwnQuestionLine; today: string; landing: boolean }) {
  const { business, tongue } = usePortal();
  const { questions } = tongue.words;
  const { questionId, topic, state, begins, latestAt, answerBy, unread } = props.question;
  const link = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    if (props.landing) link.current?.focus();
  }, [props.landing]);
  return (
    <li>
      <Link ref={link} href={`/portal/questions/${questionId}`}>
        <span class="topic">
          <strong>{questions.topics[topic]}</strong>
          <span class={unread ? 'state soon' : 'state muted'}>
            {unread ? questions.unread : questions.state[state]}
          </span>
        </span>
        <span class="begins muted">{begins}</span>
        <span class="muted when">
          {answerBy === undefined
            ? formatInstantDay(latestAt, business.timeZone, tongue.locale)
            : questions.answerBy(formatDay(answerBy, props.today, tongue.locale))}
        </span>
      </Link>
    </li>
  );
}
