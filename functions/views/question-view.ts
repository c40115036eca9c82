import type {
  OwnQuestion,
  OwnQuestionLine,
  QuestionLine,
  QuestionReceipt,
  StaffQuestion,
} from '../../shared/contract/question-views.ts';
import { mayDo } from '../../shared/domain/permission.ts';
import { type Question, stateAt } from '../../shared/domain/question.ts';
import { nextAction } from '../../shared/domain/question-thread.ts';
import type { LocalDate } from '../../shared/domain/time.ts';
import type { Configuration } from '../store/configuration.ts';
import type { MemberSnapshot } from '../store/member-snapshot.ts';
import { balanceSeen } from './balance-seen.ts';
import { actorName } from './person-view.ts';

/** When a view is made, and for whom. */
export interface QuestionNow {
  readonly at: number;
  readonly today: LocalDate;
  readonly configuration: Configuration;
}

/** Characters of the first message in a list. */
const beginning = 120;

function commonOf(question: Question, at: number) {
  const { questionId, topic, askedAt, answerBy, messages } = question;
  const state = stateAt(question, at);
  return {
    questionId,
    topic,
    state,
    askedAt,
    latestAt: messages.at(-1)?.at ?? askedAt,
    ...(state === 'open' ? { answerBy } : {}),
  };
}

export function questionReceipt(question: Question, at: number): QuestionReceipt {
  const { questionId, state, answerBy } = commonOf(question, at);
  return { questionId, state, ...(answerBy === undefined ? {} : { answerBy }) };
}

export function ownQuestionLine(question: Question, at: number): OwnQuestionLine {
  const [first] = question.messages;
  const begins = [...(first?.text ?? '').replaceAll(/\s+/g, ' ')].slice(0, beginning).join('');
  return { ...commonOf(question, at), begins, unread: question.unread };
}

export function ownQuestion(question: Question, at: number): OwnQuestion {
  const { membershipId, seen, messages } = question;
  return {
    ...ownQuestionLine(question, at),
    ...(membershipId === undefined ? {} : { membershipId }),
    seen,
    messages: messages.map(({ from, text, at: writtenAt }) => ({ from, text, at: writtenAt })),
  };
}

/** Who may see to questions now. */
export const colleaguesOf = ({ staff }: Configuration): StaffQuestion['colleagues'] =>
  staff
    .filter(({ value }) => value.state === 'active' && mayDo(value.role, 'questions.answer'))
    .map(({ value }) => ({ staffId: value.staffId, name: value.name }));

export function questionLine(
  question: Question,
  { firstName, lastName }: { readonly firstName: string; readonly lastName: string },
  { at, today, configuration }: QuestionNow,
): QuestionLine {
  const { memberId, since, ownerId, answerBy } = question;
  const owner = colleaguesOf(configuration).find(({ staffId }) => staffId === ownerId);
  const common = commonOf(question, at);
  return {
    ...common,
    memberId,
    firstName,
    lastName,
    since,
    ...(owner === undefined ? {} : { owner }),
    next: nextAction(question, owner?.staffId, { at, today }),
    overdue: common.state === 'open' && answerBy < today,
  };
}

export function staffQuestion(question: Question, member: MemberSnapshot, now: QuestionNow): StaffQuestion {
  const { configuration, today } = now;
  const { membershipId, seen, messages } = question;
  return {
    ...questionLine(question, member.profile, now),
    ...(membershipId === undefined ? {} : { membershipId }),
    seen,
    now: balanceSeen(member, configuration, today),
    messages: messages.map((message) => ({
      from: message.from,
      text: message.text,
      at: message.at,
      by:
        message.from === 'salon'
          ? actorName({ kind: 'staff', staffId: message.staffId }, configuration)
          : member.profile.firstName,
    })),
    colleagues: colleaguesOf(configuration),
  };
}
