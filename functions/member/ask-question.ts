import type { BalanceSeen } from '../../shared/domain/balance-seen.ts';
import { refuseManyWaiting } from '../../shared/domain/member-questions.ts';
import { ask } from '../../shared/domain/question-thread.ts';
import { refuseUnless } from '../../shared/domain/refusal.ts';
import type { Handler } from '../http/request.ts';
import { announce } from '../store/event-writes.ts';
import type { MemberSnapshot } from '../store/member-snapshot.ts';
import { questionWrites } from '../store/question-rows.ts';
import { balanceSeen, nameOfSeen } from '../views/balance-seen.ts';
import { questionReceipt } from '../views/question-view.ts';
import { takeMessageSlot } from './question-writing.ts';

export const askQuestion: Handler<'member', 'askQuestion'> = async (request) => {
  const { slug, path, body, login, today, at } = request;
  const { memberId } = path;
  const { seenAs, membershipId, ...asked } = body;
  const questionId = request.newId('question');
  const configuration = await request.reloadConfiguration();

  /** Attaches exactly what was shown, or nothing is asked. */
  function attached(member: MemberSnapshot): BalanceSeen {
    const isTheirs = member.memberships.some(({ value }) => value.membershipId === membershipId);
    refuseUnless(membershipId === undefined || isTheirs, 'not_found');
    const seen = balanceSeen(member, configuration, today);
    refuseUnless(nameOfSeen(seen) === seenAs, 'balance_changed');
    return seen;
  }
  // What would be refused anyway costs no turn of this hour.
  attached(request.member);
  await takeMessageSlot(request, memberId);
  return request.change(async () => {
    const member = await request.loadMember();
    const seen = attached(member);
    refuseManyWaiting(member.questions.value, questionId);
    const about = membershipId === undefined ? {} : { membershipId };
    const moment = { at, today, promise: configuration.business.value.answers };
    const question = ask({ questionId, memberId, ...about, ...asked, loginId: login.loginId, seen }, moment);
    return {
      writes: [
        ...questionWrites(slug, undefined, question, member.questions),
        announce(request.event('question.asked', { questionId, topic: body.topic, turned: 1 }, memberId)),
      ],
      reply: questionReceipt(question, at),
    };
  });
};
