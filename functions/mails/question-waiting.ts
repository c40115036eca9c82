import { localDateOf } from '../../shared/domain/calendar.ts';
import { formatDay } from '../../shared/wording/format.ts';
import { mailsIn } from '../../shared/wording/mails/mails.ts';
import { readQuestion } from '../store/question-rows.ts';
import { tongueFor } from './addressee.ts';
import type { Prepare } from './world.ts';

/**
 * Tells the business at its contact address that a member waits for an answer: neither who nor what (rule M6). What is
 * added to a question that waits already, or was answered meanwhile, is not told.
 */
export const questionWaiting: Prepare = async ({ table }, { event, now, configuration, site }) => {
  const { business: slug, memberId = '', subject } = event;
  const business = configuration.business.value;
  const { email } = business.contact;
  if (email === undefined) return 'no_address';
  const questionId = String(subject.questionId);
  const question = await readQuestion(table, slug, memberId, questionId);
  if (question?.value.state !== 'open' || subject.turned !== 1) return 'superseded';
  const tongue = tongueFor(undefined, business);
  const today = localDateOf(now, business.timeZone);
  const words = mailsIn(tongue.language).question.waiting({
    business: business.name,
    by: formatDay(question.value.answerBy, today, tongue.locale),
  });
  return {
    kind: 'question_waiting',
    to: email,
    tongue,
    words,
    url: `${site}/admin/questions/${memberId}/${questionId}`,
  };
};
