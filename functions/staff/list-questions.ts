import { Question, type QuestionState, stateAt } from '../../shared/domain/question.ts';
import type { Handler } from '../http/request.ts';
import { keys, partitions } from '../store/keys.ts';
import { ProfileRow } from '../store/profile-row.ts';
import { ListedQuestion } from '../store/question-rows.ts';
import { parseRow } from '../store/stored.ts';
import type { Table } from '../store/table.ts';
import { questionLine } from '../views/question-view.ts';

/** Each line is read in two rows, and a batch reads a hundred. */
const mostLines = 50;
const usualPage = 25;

type Listed = ListedQuestion & { readonly questionId: string };

/** Whoever waits longest stands first; what is over, newest first. */
const order: Readonly<Record<QuestionState, (a: Listed, b: Listed) => number>> = {
  open: (a, b) => a.since - b.since || a.questionId.localeCompare(b.questionId),
  answered: (a, b) => a.since - b.since || a.questionId.localeCompare(b.questionId),
  closed: (a, b) => b.since - a.since || b.questionId.localeCompare(a.questionId),
};

/** The rows of the list say which questions; each line is made from the client's own rows, so it is never stale. */
export const listQuestions: Handler<'staff', 'listQuestions'> = async (request) => {
  const { instance, slug, at, today, query } = request;
  const configuration = await request.reloadConfiguration();
  const { rows } = await instance.table.query({ pk: partitions.questions(slug) });
  const listed: Listed[] = rows.map((row) => ({ questionId: row.sk, ...parseRow(ListedQuestion, row).value }));
  const of = (state: QuestionState) => listed.filter((one) => stateAt(one, at) === state);
  const show = query.show ?? 'open';
  const shown = of(show).sort(order[show]);
  const after = query.cursor === undefined ? -1 : shown.findIndex(({ questionId }) => questionId === query.cursor);
  const page = shown.slice(after + 1, after + 1 + Math.min(query.limit ?? usualPage, mostLines));
  const last = page.at(-1)?.questionId;
  const hasMore = shown.length > after + 1 + page.length;
  const open = of('open');
  return {
    items: (await loadLines(instance.table, slug, page)).map(({ question, profile }) =>
      questionLine(question, profile, { at, today, configuration }),
    ),
    ...(hasMore && last !== undefined ? { cursor: last } : {}),
    counts: {
      open: open.length,
      overdue: open.filter(({ answerBy }) => answerBy < today).length,
      answered: of('answered').length,
      closed: of('closed').length,
    },
  };
};

async function loadLines(table: Table, slug: string, page: readonly Listed[]) {
  if (page.length === 0) return [];
  const rows = await table.read([
    ...page.map(({ memberId, questionId }) => keys.question(slug, memberId, questionId)),
    ...page.map(({ memberId }) => keys.profile(slug, memberId)),
  ]);
  return page.map(({ questionId }, position) => {
    const question = rows[position];
    const profile = rows[page.length + position];
    if (!question || !profile) throw new Error(`${questionId} is listed without its question or client`);
    return { question: parseRow(Question, question).value, profile: parseRow(ProfileRow, profile).value.profile };
  });
}
