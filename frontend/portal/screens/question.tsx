import { ArrowLeft } from 'lucide-preact';
import { useEffect, useState } from 'preact/hooks';
import { Link } from 'wouter-preact';
import type { OwnQuestion } from '../../../shared/contract/question-views.ts';
import { formatDay, formatInstant, formatInstantDay } from '../../../shared/wording/format.ts';
import { ContactLinks } from '../parts/contact-links.tsx';
import { Failed } from '../parts/failed.tsx';
import { Form } from '../parts/form.tsx';
import { LongField } from '../parts/long-field.tsx';
import { ErrorNotice, GoodNotice } from '../parts/notice.tsx';
import { Screen } from '../parts/screen.tsx';
import { Seen } from '../parts/seen.tsx';
import { usePortal } from '../portal-context.ts';
import type { Own } from '../state/own.ts';
import { useLoad } from '../state/use-load.ts';
import { useReturn } from '../state/use-return.ts';
import { useSend } from '../state/use-send.ts';

/** True right after the question was sent from the form. */
const wasJustSent = (): boolean => (history.state as { sent?: boolean } | null)?.sent === true;

/** One question: what was written on both sides, what the salon was shown, and how to go on. */
export function Question({ questionId, ...own }: Own & { questionId: string }) {
  const { side, tongue } = usePortal();
  const { questions } = tongue.words;
  const path = { memberId: own.profile.memberId, questionId };
  const [question, again] = useLoad(() => side.client.getOwnQuestion({ path }), questionId);
  useReturn(again);
  const title = question.kind === 'ready' ? questions.topics[question.value.topic] : questions.list;
  return (
    <Screen title={title} kind="narrow">
      <Link href="/portal/questions" class="more">
        <ArrowLeft aria-hidden="true" size={18} />
        {questions.toList}
      </Link>
      {question.kind === 'loading' && <div class="shell-line" aria-hidden="true" />}
      {question.kind === 'failed' && <Failed error={question.error} again={again} />}
      {question.kind === 'ready' && <Thread question={question.value} again={again} own={own} />}
    </Screen>
  );
}

function Thread({ question, again, own }: { question: OwnQuestion; again: () => void; own: Own }) {
  const { business, side, tongue } = usePortal();
  const { questions } = tongue.words;
  const { locale } = tongue;
  const { questionId, state, messages, answerBy, unread, seen, askedAt } = question;
  const { memberId } = own.profile;
  const path = { memberId, questionId };
  const by = answerBy && formatDay(answerBy, own.today, locale);
  const [news, setNews] = useState(() => (wasJustSent() && by ? questions.sent(by) : undefined));
  const settling = useSend(() => side.client.settleQuestion({ path, body: {} }));

  const { reload } = own;
  // Opening the page is reading the answer. If that is not noted now, it is with the next visit.
  useEffect(() => {
    if (unread)
      side.client.markQuestionRead({ path: { memberId, questionId }, body: {} }).then(reload, () => undefined);
  }, [unread, side, memberId, questionId, reload]);

  function tell(text: string) {
    setNews(text);
    again();
    own.reload();
  }

  return (
    <>
      <GoodNotice text={news} catches />
      <p class="muted">
        {questions.state[state]}
        {by && ` · ${questions.answerBy(by)}`}
      </p>
      {answerBy !== undefined && answerBy < own.today && <p class="notice soon">{questions.late}</p>}
      <ol class="thread">
        {messages.map(({ from, text, at }) => (
          <li key={`${at} ${from}`} class={from}>
            <p class="who">
              <strong>{from === 'member' ? questions.you : business.name}</strong>{' '}
              <time class="muted">{formatInstant(at, business.timeZone, locale)}</time>
            </p>
            <p class="lines">{text}</p>
          </li>
        ))}
      </ol>
      {state === 'closed' && <p class="muted">{questions.closedExplained}</p>}
      <WriteBack key={messages.length} path={path} done={() => tell(questions.added)} />
      {state !== 'closed' && (
        <div class="ways">
          <ErrorNotice error={settling.error} />
          <button
            type="button"
            class="secondary"
            aria-disabled={settling.busy}
            onClick={async () => (await settling.send({})) && tell(questions.settled)}
          >
            {questions.settle[state]}
          </button>
        </div>
      )}
      <details class="attached">
        <summary>{questions.seenThen(formatInstantDay(askedAt, business.timeZone, locale))}</summary>
        <Seen seen={seen} services={own.services} today={own.today} />
      </details>
      <section class="ask">
        <p>{questions.otherWays}</p>
        <ContactLinks />
      </section>
    </>
  );
}

function WriteBack({ path, done }: { path: { memberId: string; questionId: string }; done: () => void }) {
  const { side, tongue } = usePortal();
  const { questions } = tongue.words;
  const { send, error } = useSend((body: { text: string }, idempotencyKey) =>
    side.client.followUpQuestion({ path, body, idempotencyKey }),
  );
  return (
    <>
      <Form
        label={questions.add}
        check={({ text = '' }) => ({ text: text.trim() === '' ? questions.textMissing : undefined })}
        send={async ({ text = '' }) => {
          if (await send({ text })) done();
        }}
      >
        {({ text }) => <LongField name="text" label={questions.addLabel} problem={text} maxLength={2000} rows={3} />}
      </Form>
      <ErrorNotice error={error} />
    </>
  );
}
