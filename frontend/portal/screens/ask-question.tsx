import { ArrowLeft } from 'lucide-preact';
import { useEffect } from 'preact/hooks';
import { Link, useLocation } from 'wouter-preact';
import type { BodyOf, ReplyOf } from '../../../shared/contract/handlers.ts';
import type { memberOperations } from '../../../shared/contract/member-operations.ts';
import { QuestionTopic } from '../../../shared/domain/question.ts';
import { formatDay } from '../../../shared/wording/format.ts';
import { isRefusal } from '../../common/error-words.ts';
import { ContactLinks } from '../parts/contact-links.tsx';
import { Failed } from '../parts/failed.tsx';
import { type Answers, Form } from '../parts/form.tsx';
import { LongField } from '../parts/long-field.tsx';
import { ErrorNotice } from '../parts/notice.tsx';
import { OneTap } from '../parts/one-tap.tsx';
import { Screen } from '../parts/screen.tsx';
import { Seen } from '../parts/seen.tsx';
import { usePortal } from '../portal-context.ts';
import { shownMemberships } from '../state/benefits.ts';
import type { Own } from '../state/own.ts';
import { useLoad } from '../state/use-load.ts';
import { useSend } from '../state/use-send.ts';

type Prepared = ReplyOf<(typeof memberOperations)['getQuestionForm']>;
type Body = BodyOf<(typeof memberOperations)['askQuestion']>;

/** “Ask the salon about this membership” (001-077, 001-089): what about, in own words, with what is on the screen. */
export function AskQuestion(own: Own) {
  const { side, tongue } = usePortal();
  const { page } = tongue.words;
  const { memberId } = own.profile;
  const [prepared, again] = useLoad(() => side.client.getQuestionForm({ path: { memberId } }), memberId);
  return (
    <Screen title={page.ask} kind="narrow">
      <Link href="/portal" class="more">
        <ArrowLeft aria-hidden="true" size={18} />
        {page.toMembership}
      </Link>
      {prepared.kind === 'loading' && <div class="shell-line" aria-hidden="true" />}
      {prepared.kind === 'failed' && <Failed error={prepared.error} again={again} />}
      {prepared.kind === 'ready' && <QuestionForm prepared={prepared.value} again={again} own={own} />}
    </Screen>
  );
}

function QuestionForm({ prepared, again, own }: { prepared: Prepared; again: () => void; own: Own }) {
  const { side, tongue } = usePortal();
  const { questions } = tongue.words;
  const { profile, today, services } = own;
  const [, navigate] = useLocation();
  const { send, error } = useSend((body: Body, idempotencyKey) =>
    side.client.askQuestion({ path: { memberId: profile.memberId }, body, idempotencyKey }),
  );
  const memberships = shownMemberships(own.memberships);
  const isOutdated = isRefusal(error, 'balance_changed');
  // What was written stays; what is attached is shown anew before it is sent.
  useEffect(() => {
    if (isOutdated) again();
  }, [isOutdated, again]);

  async function ask({ topic, text = '', membershipId }: Answers) {
    const about = membershipId === undefined ? {} : { membershipId };
    const asked = await send({ topic: QuestionTopic.parse(topic), text, seenAs: prepared.seenAs, ...about });
    if (asked === undefined) return;
    own.reload();
    navigate(`/portal/questions/${asked.questionId}`, { state: { sent: true } });
  }

  return (
    <>
      <Form
        label={questions.send}
        check={({ topic, text = '' }) => ({
          topic: topic === undefined ? questions.topicMissing : undefined,
          text: text.trim() === '' ? questions.textMissing : undefined,
        })}
        send={ask}
      >
        {(problems) => (
          <>
            <OneTap
              name="topic"
              label={questions.topic}
              choices={QuestionTopic.options.map((value) => ({ value, label: questions.topics[value] }))}
              problem={problems.topic}
            />
            {memberships.length > 1 && (
              <OneTap
                name="membershipId"
                label={questions.which}
                choices={memberships.map(({ membershipId, plan }) => ({ value: membershipId, label: plan.name }))}
                chosen={memberships[0]?.membershipId}
              />
            )}
            <LongField
              name="text"
              label={questions.text}
              rule={questions.textRule}
              problem={problems.text}
              maxLength={2000}
            />
            <section aria-labelledby="seen" class="attached">
              <h2 id="seen">{questions.seenNow}</h2>
              <Seen seen={prepared.seen} services={services} today={today} />
            </section>
            <section aria-labelledby="afterwards" class="afterwards">
              <h2 id="afterwards">{questions.next}</h2>
              <p>{questions.nextExplained(formatDay(prepared.answerBy, today, tongue.locale))}</p>
            </section>
          </>
        )}
      </Form>
      <ErrorNotice error={error} />
      <section class="ask">
        <p>{questions.otherWays}</p>
        <ContactLinks />
      </section>
    </>
  );
}
