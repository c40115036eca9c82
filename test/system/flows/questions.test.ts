import { beforeAll, expect, test } from '@jest/globals';
import { rawCall } from '../../support/raw-call.ts';
import { newEmail, newKey, openSalon, password, type Scenario } from '../../support/scenario.ts';
import { sharedSystem } from '../../support/system.ts';

const system = sharedSystem();
let salon: Scenario;

beforeAll(async () => {
  salon = await openSalon(system, { visits: 2 });
});

test('a member asks about the balance, the desk sees what they saw and what is now, and answers in private', async () => {
  // 001-013, 001-014, 001-023, 001-024, M6
  const email = newEmail('asks');
  const memberId = await salon.addMember({ email });
  const { client, accessToken } = await salon.accept(await salon.invite(memberId), password);
  const rita = await salon.hire('receptionist');
  const path = { memberId };

  const form = await client.getQuestionForm({ path });
  expect(form.seen.credits[0]?.available).toBe(2);
  await salon.redeem(memberId);
  const body = { topic: 'balance', text: 'Two, or one?', seenAs: form.seenAs } as const;
  // What was on the screen is not true any more: nothing is attached that was not seen.
  await expect(client.askQuestion({ path, body, idempotencyKey: newKey() })).rejects.toMatchObject({
    problem: { code: 'balance_changed' },
  });
  const { seenAs } = await client.getQuestionForm({ path });
  const idempotencyKey = newKey();
  const asked = await client.askQuestion({ path, body: { ...body, seenAs }, idempotencyKey });
  // A lost answer is asked again: one question.
  expect(await client.askQuestion({ path, body: { ...body, seenAs }, idempotencyKey })).toEqual(asked);
  expect((await client.listOwnQuestions({ path })).items).toHaveLength(1);

  const one = { ...path, questionId: asked.questionId };
  await salon.redeem(memberId);
  const { items } = await rita.client.listQuestions({});
  expect(items[0]).toMatchObject({ questionId: asked.questionId, next: 'take', answerBy: asked.answerBy });
  const taken = await rita.client.assignQuestion({ path: one, body: { staffId: rita.staffId } });
  expect(taken).toMatchObject({ owner: { staffId: rita.staffId }, next: 'answer' });
  expect([taken.seen.credits[0]?.available, taken.now.credits]).toEqual([1, []]);
  await rita.client.answerQuestion({ path: one, body: { text: 'One is used.', heard: 1 }, idempotencyKey: newKey() });

  expect((await client.getDashboard({ path })).questions).toEqual({ unread: 1, waiting: 0 });
  const answered = await client.getOwnQuestion({ path: one });
  expect(answered.messages.map(({ from, text }) => [from, text])).toEqual([
    ['member', 'Two, or one?'],
    ['salon', 'One is used.'],
  ]);
  await client.markQuestionRead({ path: one, body: {} });
  expect((await client.getDashboard({ path })).questions).toEqual({ unread: 0, waiting: 0 });

  // A log line says what was called and by nobody's words.
  const answer = await rawCall(system, {
    path: `/${salon.slug}/member/members/${memberId}/questions/${asked.questionId}`,
    token: accessToken,
  });
  expect(JSON.stringify(await system.requestLine(answer.requestId))).not.toMatch(/Two, or one|One is used/);
});
