import type { Operation } from '../../shared/contract/operation.ts';
import type { Question } from '../../shared/domain/question.ts';
import { refuseUnless } from '../../shared/domain/refusal.ts';
import type { MemberRequest } from '../http/request.ts';
import type { Outcome } from '../store/change.ts';
import type { MemberSnapshot } from '../store/member-snapshot.ts';
import { questionWrites, readQuestion, type StoredQuestion } from '../store/question-rows.ts';
import type { Write } from '../store/table.ts';

type Asked = Pick<MemberRequest<Operation>, 'slug' | 'at' | 'loadMember' | 'instance'> & {
  readonly path: { readonly memberId: string; readonly questionId: string };
};

/** The member’s question that the path names. Refuses `not_found`. */
export async function loadOwnQuestion({ instance, slug, path }: Asked): Promise<StoredQuestion> {
  const question = await readQuestion(instance.table, slug, path.memberId, path.questionId);
  refuseUnless(question, 'not_found');
  return question;
}

/** One try of changing it; nothing is written when nothing changes. */
export async function changeOwnQuestion<Reply>(
  request: Asked,
  decide: (question: Question, member: MemberSnapshot) => { readonly after: Question; readonly announced?: Write },
  reply: (question: Question, at: number) => Reply,
): Promise<Outcome<Reply>> {
  const [member, before] = await Promise.all([request.loadMember(), loadOwnQuestion(request)]);
  const { after, announced } = decide(before.value, member);
  const isSame = JSON.stringify(after) === JSON.stringify(before.value);
  const writes = isSame ? [] : questionWrites(request.slug, before, after, member.questions);
  return { writes: announced === undefined ? writes : [...writes, announced], reply: reply(after, request.at) };
}
