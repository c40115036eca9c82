import * as z from 'zod/mini';
import { MemberId, StaffId } from '../../shared/domain/ids.ts';
import { type MemberQuestions, withQuestion } from '../../shared/domain/member-questions.ts';
import { Question, QuestionState, quietDays } from '../../shared/domain/question.ts';
import { Instant, LocalDate } from '../../shared/domain/time.ts';
import { keys } from './keys.ts';
import { parseRow, rowOf, type Stored } from './stored.ts';
import { insert, type Key, type Row, replace, type Table, type Write } from './table.ts';

/** Days that a closed question stays in the business's list; with its client it stays for good. */
export const listedDays = 14;
const daySeconds = 24 * 3600;

/** A question in the business's list: whose, and whose turn; what was written is with the client only. */
export const ListedQuestion = z.strictObject({
  memberId: MemberId,
  state: QuestionState,
  since: Instant,
  answerBy: LocalDate,
  ownerId: z.optional(StaffId),
});
export type ListedQuestion = z.infer<typeof ListedQuestion>;

/** A question as it was read, with its place in the list, which may have left it. */
export interface StoredQuestion extends Stored<Question> {
  readonly listed: Row | undefined;
}

export async function readQuestion(
  table: Table,
  slug: string,
  memberId: string,
  questionId: string,
): Promise<StoredQuestion | undefined> {
  const [row, listed] = await table.read([
    keys.question(slug, memberId, questionId),
    keys.listedQuestion(slug, questionId),
  ]);
  return row && { ...parseRow(Question, row), listed };
}

/**
 * The one way to write a question: with its place in the business's list and in what is known of the member at a glance.
 */
export function questionWrites(
  slug: string,
  before: StoredQuestion | undefined,
  after: Question,
  known: Stored<MemberQuestions>,
): Write[] {
  const { memberId, questionId } = after;
  const live = withQuestion(known.value, after);
  const isKnown = JSON.stringify(live) === JSON.stringify(known.value);
  return [
    write(keys.question(slug, memberId, questionId), after, before?.version),
    ...(isKnown ? [] : [write(keys.memberQuestions(slug, memberId), live, known.version || undefined)]),
    ...listWrites(slug, before?.listed, after),
  ];
}

function listWrites(slug: string, row: Row | undefined, question: Question): Write[] {
  const { questionId, memberId, state, since, answerBy, ownerId } = question;
  const listed: ListedQuestion = { memberId, state, since, answerBy, ...(ownerId === undefined ? {} : { ownerId }) };
  if (row && JSON.stringify(parseRow(ListedQuestion, row).value) === JSON.stringify(listed)) return [];
  return [write(keys.listedQuestion(slug, questionId), listed, row?.version, ttlOf(question))];
}

/** Epoch seconds after which it leaves the list; none while it waits for the salon. */
function ttlOf({ state, since }: Question): number | undefined {
  if (state === 'open') return undefined;
  const days = state === 'answered' ? quietDays + listedDays : listedDays;
  return Math.floor(since / 1000) + days * daySeconds;
}

function write(key: Key, data: unknown, version: number | undefined, ttl?: number): Write {
  const row = rowOf(key, data, ttl === undefined ? {} : { ttl });
  return version === undefined ? insert(row) : replace(row, version);
}
