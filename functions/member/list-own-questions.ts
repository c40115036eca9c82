import { Question } from '../../shared/domain/question.ts';
import type { Handler } from '../http/request.ts';
import { partitions, prefixes } from '../store/keys.ts';
import { loadPage } from '../store/pages.ts';
import { parseRow } from '../store/stored.ts';
import { ownQuestionLine } from '../views/question-view.ts';

export const listOwnQuestions: Handler<'member', 'listOwnQuestions'> = async (request) => {
  const { slug, path, instance, at } = request;
  const list = { pk: partitions.member(slug, path.memberId), prefix: prefixes.question, newestFirst: true };
  const { rows, cursor } = await loadPage(instance.table, list, request.query);
  const items = rows.map((row) => ownQuestionLine(parseRow(Question, row).value, at));
  return { items, ...(cursor === undefined ? {} : { cursor }) };
};
