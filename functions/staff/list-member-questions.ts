import { Question } from '../../shared/domain/question.ts';
import type { Handler } from '../http/request.ts';
import { partitions, prefixes } from '../store/keys.ts';
import { loadPage } from '../store/pages.ts';
import { parseRow } from '../store/stored.ts';
import { questionLine } from '../views/question-view.ts';

export const listMemberQuestions: Handler<'staff', 'listMemberQuestions'> = async (request) => {
  const { slug, path, instance, at, today, configuration } = request;
  const { profile } = await request.loadMember();
  const list = { pk: partitions.member(slug, path.memberId), prefix: prefixes.question, newestFirst: true };
  const { rows, cursor } = await loadPage(instance.table, list, request.query);
  const items = rows.map((row) => questionLine(parseRow(Question, row).value, profile, { at, today, configuration }));
  return { items, ...(cursor === undefined ? {} : { cursor }) };
};
