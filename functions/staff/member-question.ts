import type { Operation } from '../../shared/contract/operation.ts';
import type { StaffQuestion } from '../../shared/contract/question-views.ts';
import type { Question } from '../../shared/domain/question.ts';
import { refuseUnless } from '../../shared/domain/refusal.ts';
import type { StaffRequest } from '../http/request.ts';
import type { Outcome } from '../store/change.ts';
import type { Configuration } from '../store/configuration.ts';
import type { MemberSnapshot } from '../store/member-snapshot.ts';
import { questionWrites, readQuestion, type StoredQuestion } from '../store/question-rows.ts';
import type { Write } from '../store/table.ts';
import { staffQuestion } from '../views/question-view.ts';

type Asked = Pick<
  StaffRequest<Operation>,
  'slug' | 'at' | 'today' | 'loadMember' | 'instance' | 'reloadConfiguration'
> & {
  readonly path: { readonly memberId: string; readonly questionId: string };
};

/** The client's question that the path names, with the client. Refuses `not_found`. */
export async function loadQuestion(
  request: Asked,
): Promise<{ readonly member: MemberSnapshot; readonly before: StoredQuestion }> {
  const { instance, slug, path } = request;
  const [member, before] = await Promise.all([
    request.loadMember(),
    readQuestion(instance.table, slug, path.memberId, path.questionId),
  ]);
  refuseUnless(before, 'not_found');
  return { member, before };
}

/** One try of changing it, announced; nothing is written when nothing changes. */
export async function changeQuestion<Reply>(
  request: Asked,
  { decide, announced, reply }: QuestionChange<Reply>,
): Promise<Outcome<Reply>> {
  const { member, before } = await loadQuestion(request);
  const after = decide(before.value);
  const isSame = JSON.stringify(after) === JSON.stringify(before.value);
  return {
    writes: isSame ? [] : [...questionWrites(request.slug, before, after, member.questions), announced()],
    reply: reply(after, member),
  };
}

interface QuestionChange<Reply> {
  readonly decide: (question: Question) => Question;
  readonly announced: () => Write;
  readonly reply: (question: Question, member: MemberSnapshot) => Reply;
}

/** Answers a call with the whole question, as it is then. */
export const wholeQuestion =
  ({ at, today }: Asked, configuration: Configuration) =>
  (question: Question, member: MemberSnapshot): StaffQuestion =>
    staffQuestion(question, member, { at, today, configuration });
