import { mailsIn } from '../../shared/wording/mails/mails.ts';
import { readQuestion } from '../store/question-rows.ts';
import { toMember } from './member-letter.ts';

/** Tells a member that there is an answer, without a word of it (001-023, rule M6); not when it was read meanwhile. */
export const questionAnswered = toMember(
  async ({ event, configuration, site }, { profile }, { name, tongue }, world) => {
    const { business: slug, subject } = event;
    const questionId = String(subject.questionId);
    const question = await readQuestion(world.table, slug, profile.memberId, questionId);
    if (!question?.value.unread) return 'superseded';
    const words = mailsIn(tongue.language).question.answered({ business: configuration.business.value.name, name });
    return { kind: 'question_answered', words, url: `${site}/portal/questions/${questionId}` };
  },
);
