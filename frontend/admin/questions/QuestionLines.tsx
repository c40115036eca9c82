import { Clock, TriangleAlert } from 'lucide-react';
import { Link } from 'wouter';
import type { QuestionLine } from '../../../shared/contract/question-views.ts';
import { localDateOf } from '../../../shared/domain/calendar.ts';
import { fullName } from '../../../shared/domain/member.ts';
import { relativeDay } from '../../../shared/wording/format.ts';
import { useDesk } from '../app/desk.ts';
import { useSpeech } from '../app/page.ts';
import lines from '../parts/Lines.module.css';
import { Tag } from '../parts/Tag.tsx';

/** Questions in a list: who asked what, whose turn it is and since when, by when, who sees to it, what is next (001-014). */
export function QuestionLines({ items, named }: { items: readonly QuestionLine[]; named: boolean }) {
  return (
    <ul className={lines.lines}>
      {items.map((question) => (
        <Line key={question.questionId} question={question} named={named} />
      ))}
    </ul>
  );
}

function Line({ question, named }: { question: QuestionLine; named: boolean }) {
  const { settings } = useDesk();
  const { words, day, locale } = useSpeech();
  const w = words.questions;
  const { today } = settings;
  const { memberId, questionId, topic, state, since, answerBy, owner, next, overdue } = question;
  const on = localDateOf(since, settings.business.timeZone);
  const topicName = w.topics[topic];
  return (
    <li className={`${lines.line} ${lines.wraps}`}>
      <div className={lines.main}>
        <Link href={`/questions/${memberId}/${questionId}`} className={lines.link}>
          {named ? `${fullName(question)}: ${topicName}` : topicName}
        </Link>
        <span className={lines.quiet}>
          <span>
            {w.state[state]} · {relativeDay(on, today, locale)}
          </span>
          <span>{owner === undefined ? w.nobody : w.ownedBy(owner.name)}</span>
        </span>
      </div>
      {state !== 'closed' && (
        <Tag tone={overdue ? 'bad' : next === 'answer_today' ? 'care' : 'quiet'}>
          {overdue ? <TriangleAlert size={12} aria-hidden /> : <Clock size={12} aria-hidden />} {w.next[next]}
          {answerBy !== undefined && ` ${w.by(day(answerBy, today))}`}
        </Tag>
      )}
    </li>
  );
}
