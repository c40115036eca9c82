import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { keys } from '../../functions/store/keys.ts';
import { rowOf } from '../../functions/store/stored.ts';
import { insert, replace } from '../../functions/store/table.ts';
import { emptyAccount } from '../../shared/domain/credit-account.ts';
import { day, hour, salonWorld } from '../support/salon-world.ts';

// 001-013, 001-014, 001-023, 001-024, 001-077, 001-089, 000-030: a member asks the salon in private.

const mine = 'POST /api/{business}/member/members/{memberId}/questions';
const form = 'GET /api/{business}/member/members/{memberId}/question-form';
const mineOne = '/api/{business}/member/members/{memberId}/questions/{questionId}';
const desk = '/api/{business}/staff/members/{memberId}/questions';
const deskOne = `${desk}/{questionId}`;
const secret = 'Why was my pregnancy massage counted twice?';
const answerText = 'Sorry about that, we have given the massage back.';

beforeAll(() => {
  jest.spyOn(process.stdout, 'write').mockImplementation(() => true);
});
afterAll(() => {
  jest.restoreAllMocks();
});

async function salon() {
  const world = salonWorld();
  await world.open();
  const { memberId, email } = await world.joined();
  world.mails.length = 0;
  const path = { memberId };
  const seenAs = async () => (await world.portal(email, form, {}, path)).body.seenAs as string;
  const ask = async (more: object = {}) =>
    world.portal(email, mine, { topic: 'balance', text: secret, seenAs: await seenAs(), ...more }, path);
  const of = (questionId: string) => ({ memberId, questionId });
  return {
    world,
    memberId,
    email,
    ask,
    seenAs,
    own: async (questionId: string) => (await world.portal(email, `GET ${mineOne}`, {}, of(questionId))).body,
    write: (questionId: string, text: string) =>
      world.portal(email, `POST ${mineOne}/messages`, { text }, of(questionId)),
    markRead: (questionId: string) => world.portal(email, `PUT ${mineOne}/read`, {}, of(questionId)),
    settle: (questionId: string) => world.portal(email, `PUT ${mineOne}/closure`, {}, of(questionId)),
    dashboard: async () =>
      (await world.portal(email, 'GET /api/{business}/member/members/{memberId}/dashboard', {}, path)).body,
    list: async () => (await world.work('GET /api/{business}/staff/questions', {})).body,
    question: async (questionId: string) => (await world.work(`GET ${deskOne}`, {}, of(questionId))).body,
    answer: (questionId: string, heard = 1, text = answerText) =>
      world.work(`POST ${deskOne}/messages`, { text, heard }, of(questionId)),
    assign: (questionId: string, staffId: string | null) =>
      world.work(`PUT ${deskOne}/owner`, { staffId }, of(questionId)),
    close: (questionId: string) => world.work(`PUT ${deskOne}/closure`, {}, of(questionId)),
    reopen: (questionId: string) => world.work(`DELETE ${deskOne}/closure`, {}, of(questionId)),
    /** Something about the balance changes. */
    giveCredit: async () => {
      const key = keys.creditAccount('aurora', memberId);
      const account = emptyAccount(memberId);
      const bucket = {
        bucketId: 'bkt_01JAB000000000000000000001',
        kind: 'visits' as const,
        serviceIds: ['svc_01JAB000000000000000000001'],
        grantedOn: '2026-05-01',
        source: { kind: 'staff' as const },
        granted: 2,
        available: 2,
      };
      const [row] = await world.table.read([key]);
      const next = rowOf(key, { ...account, buckets: [bucket] });
      await world.table.commit([row ? replace(next, row.version) : insert(next)]);
    },
  };
}

describe('a member asks', () => {
  test('and is told by when an answer comes; the desk finds it, oldest first, with who is next', async () => {
    const { ask, list, memberId, world } = await salon();
    // A Monday in Berlin.
    const first = await ask();
    expect(first).toMatchObject({ status: 201, body: { state: 'open', answerBy: '2026-05-06' } });
    world.pass(hour);
    const second = await ask({ topic: 'plan', text: 'May I bring my sister?' });
    const { items, counts } = await list();
    expect(items.map(({ questionId }: { questionId: string }) => questionId)).toEqual([
      first.body.questionId,
      second.body.questionId,
    ]);
    expect(items[0]).toMatchObject({ memberId, firstName: 'Mia', topic: 'balance', next: 'take', overdue: false });
    expect(JSON.stringify(items)).not.toContain('pregnancy');
    expect(counts).toEqual({ open: 2, overdue: 0, answered: 0, closed: 0 });
    world.pass(3 * day);
    expect((await list()).items[0]).toMatchObject({ next: 'answer_today', overdue: true });
  });

  test('with exactly the balance that the page showed: after a change the new numbers are looked at first', async () => {
    const { ask, seenAs, giveCredit, question } = await salon();
    const before = await seenAs();
    await giveCredit();
    expect((await ask({ seenAs: before })).body.code).toBe('balance_changed');
    const { body } = await ask();
    const asked = await question(body.questionId);
    expect(asked.seen.credits[0].available).toBe(2);
    expect(asked.now).toEqual(asked.seen);
  });

  test('and the desk sees what has changed since', async () => {
    const { ask, giveCredit, question } = await salon();
    const { body } = await ask();
    await giveCredit();
    const asked = await question(body.questionId);
    expect(asked.seen.credits).toEqual([]);
    expect(asked.now.credits[0].available).toBe(2);
  });

  test('only about a membership of their own', async () => {
    const { ask } = await salon();
    expect((await ask({ membershipId: 'msh_01JAB000000000000000000001' })).body.code).toBe('not_found');
  });

  test('in plain words: tags are text, an empty question is none, and one that is too long is refused', async () => {
    const { ask, own } = await salon();
    const tags = '<b>Hello</b> <script>alert(1)</script>';
    const { body } = await ask({ text: tags });
    expect((await own(body.questionId)).messages[0].text).toBe(tags);
    expect((await ask({ text: '   ' })).body.code).toBe('malformed_request');
    expect((await ask({ text: 'x'.repeat(2001) })).body.code).toBe('malformed_request');
  });

  test('five may wait at once', async () => {
    const { ask, settle } = await salon();
    const ids: string[] = [];
    for (let n = 0; n < 5; n += 1) ids.push((await ask()).body.questionId);
    expect((await ask()).body.code).toBe('too_many_questions');
    await settle(ids[0] ?? '');
    expect((await ask()).status).toBe(201);
  });

  test('five may wait at once, however many are sent in the same moment', async () => {
    const { ask, list, seenAs, dashboard } = await salon();
    const shown = await seenAs();
    const answers = await Promise.all(Array.from({ length: 8 }, () => ask({ seenAs: shown })));
    const codes = answers.map(({ status, body }) => (status === 201 ? 'asked' : body.code));
    expect(codes.filter((code) => code === 'asked')).toHaveLength(5);
    expect(new Set(codes)).toEqual(new Set(['asked', 'too_many_questions']));
    expect((await list()).counts.open).toBe(5);
    expect((await dashboard()).questions.waiting).toBe(5);
  });

  test('and writes ten messages an hour at most', async () => {
    const { ask, write, world } = await salon();
    const { questionId } = (await ask()).body;
    for (let n = 0; n < 9; n += 1) expect((await write(questionId, `more ${n}`)).status).toBe(201);
    expect((await write(questionId, 'once more')).body.code).toBe('too_many_requests');
    world.pass(hour);
    expect((await write(questionId, 'once more')).status).toBe(201);
  });
});

describe('the desk answers', () => {
  test('the member finds the answer, unread until it is opened, from the salon and from nobody by name', async () => {
    const { ask, answer, own, dashboard, markRead } = await salon();
    const { questionId } = (await ask()).body;
    expect((await dashboard()).questions).toEqual({ unread: 0, waiting: 1 });
    expect((await answer(questionId)).status).toBe(201);
    expect((await dashboard()).questions).toEqual({ unread: 1, waiting: 0 });
    const asked = await own(questionId);
    expect(asked).toMatchObject({ state: 'answered', unread: true });
    expect(asked.messages[1]).toMatchObject({ from: 'salon', text: answerText });
    expect(JSON.stringify(asked)).not.toMatch(/Olga|stf_/);
    // Looking changes nothing; opening it on the page says so.
    expect((await own(questionId)).unread).toBe(true);
    await markRead(questionId);
    expect((await dashboard()).questions).toEqual({ unread: 0, waiting: 0 });
  });

  test('two colleagues at once: one answer goes out, the other is told to look again', async () => {
    const { ask, answer, own } = await salon();
    const { questionId } = (await ask()).body;
    const answers = await Promise.all([answer(questionId, 1, 'One'), answer(questionId, 1, 'Two')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect((await own(questionId)).messages).toHaveLength(2);
  });

  test('takes it, passes it on to a colleague who may, and to nobody else', async () => {
    const { ask, assign, question, world } = await salon();
    const { questionId } = (await ask()).body;
    const [olga] = (await question(questionId)).colleagues;
    expect(olga.name).toBe('Olga Owner');
    expect((await assign(questionId, olga.staffId)).body).toMatchObject({ owner: olga, next: 'answer' });
    const invite = { name: 'Paula Practitioner', email: 'paula@example.com', role: 'practitioner' };
    const { body: paula } = await world.work('POST /api/{business}/staff/staff-members', invite);
    expect((await assign(questionId, paula.staffId)).body.code).toBe('colleague_cannot_answer');
    expect((await assign(questionId, null)).body).toMatchObject({ next: 'take' });
  });

  test('closes what is answered and nothing else, and opens it again', async () => {
    const { ask, answer, close, reopen, list, question } = await salon();
    const { questionId } = (await ask()).body;
    expect((await close(questionId)).body.code).toBe('question_unanswered');
    expect((await reopen(questionId)).body.code).toBe('question_not_closed');
    await answer(questionId);
    expect((await close(questionId)).body.state).toBe('closed');
    expect((await list()).counts).toMatchObject({ open: 0, closed: 1 });
    expect((await answer(questionId, 2)).body.code).toBe('question_closed');
    expect((await reopen(questionId)).body).toMatchObject({ state: 'open', next: 'answer' });
    expect((await question(questionId)).messages).toHaveLength(2);
  });

  test('finds it with the client after it has left the list, and can still reopen it', async () => {
    const { world, ask, answer, close, reopen, list, memberId } = await salon();
    const { questionId } = (await ask()).body;
    await answer(questionId);
    await close(questionId);
    world.table.expire(world.now() + 13 * day);
    expect((await list()).items).toEqual([]);
    expect((await list()).counts.closed).toBe(1);
    world.pass(15 * day);
    world.table.expire(world.now());
    expect((await list()).counts.closed).toBe(0);
    const { body } = await world.work(`GET ${desk}`, {}, { memberId });
    expect(body.items[0]).toMatchObject({ questionId, state: 'closed', next: 'none' });
    expect((await reopen(questionId)).status).toBe(200);
    expect((await list()).items[0].questionId).toBe(questionId);
  });

  test('every step is on the audit trail, by whom, and without a word of what was written', async () => {
    const { world, ask, answer, close, memberId } = await salon();
    const { questionId } = (await ask()).body;
    world.pass(hour);
    await answer(questionId);
    world.pass(hour);
    await close(questionId);
    const { body } = await world.work('GET /api/{business}/staff/members/{memberId}/history', {}, { memberId });
    const lines = body.items.filter(({ type }: { type: string }) => type.startsWith('question.'));
    expect(lines.map(({ type, by }: { type: string; by: string }) => [type, by])).toEqual([
      ['question.closed', 'Olga Owner'],
      ['question.answered', 'Olga Owner'],
      ['question.asked', 'client'],
    ]);
    const events = world.table.rows().filter(({ announces }) => announces?.startsWith('question.'));
    expect(events).toHaveLength(3);
    expect(JSON.stringify(events)).not.toMatch(/pregnancy|massage/);
  });

  test('what was written is kept in one place: no other row repeats it', async () => {
    const { world, ask, answer } = await salon();
    const { questionId } = (await ask()).body;
    await answer(questionId);
    const holders = world.table.rows().filter(({ data }) => /pregnancy|given the massage/.test(JSON.stringify(data)));
    expect(holders.map(({ sk }) => sk)).toEqual([`QUESTION#${questionId}`]);
  });
});

describe('who is told by e-mail', () => {
  const contact = { contact: { email: 'desk@example.com', phone: '+493012345678' } };
  async function withDesk() {
    const given = await salon();
    const { body } = await given.world.work('GET /api/{business}/staff/settings', {});
    await given.world.work('PATCH /api/{business}/staff/settings', { version: body.version, ...contact });
    return given;
  }

  test('the salon, that a member waits and until when: neither who nor what', async () => {
    const { world, ask, memberId } = await withDesk();
    const { questionId } = (await ask()).body;
    await world.deliver();
    expect(world.mails.map(({ to }) => to)).toEqual(['desk@example.com']);
    const [mail] = world.mails;
    expect(mail?.text).toContain('6. Mai');
    expect(mail?.text).toContain(`https://aurora.example.org/admin/questions/${memberId}/${questionId}`);
    expect(`${mail?.subject} ${mail?.text} ${mail?.html}`).not.toMatch(/pregnancy|massage|Mia|Meyer|balance/i);
  });

  test('the salon, once for what waits: more about the same question brings no second mail', async () => {
    const { world, ask, write, answer } = await withDesk();
    const { questionId } = (await ask()).body;
    await world.deliver();
    await write(questionId, 'Please hurry.');
    await world.deliver();
    expect(world.mails).toHaveLength(1);
    await answer(questionId, 2);
    await write(questionId, 'I was not there.');
    await world.deliver();
    expect(world.mails.filter(({ to }) => to === 'desk@example.com')).toHaveLength(2);
  });

  test('the member, that there is an answer, with the way to it and without a word of it', async () => {
    const { world, ask, answer, email } = await withDesk();
    const { questionId } = (await ask()).body;
    await world.deliver();
    world.mails.length = 0;
    await answer(questionId);
    await world.deliver();
    expect(world.mails.map(({ to }) => to)).toEqual([email]);
    const [mail] = world.mails;
    expect(mail?.text).toContain(`https://aurora.example.org/portal/questions/${questionId}`);
    expect(`${mail?.subject} ${mail?.text} ${mail?.html}`).not.toMatch(/pregnancy|massage|sorry|given/i);
    await world.deliver(true);
    expect(world.mails).toHaveLength(1);
  });

  test('nobody about what was read or answered before the mail could leave', async () => {
    const { world, ask, answer, markRead } = await withDesk();
    const { questionId } = (await ask()).body;
    await answer(questionId);
    await markRead(questionId);
    await world.deliver();
    expect(world.mails).toEqual([]);
  });
});

describe('races', () => {
  test('an answer and a message that cross: the answer is not given past what nobody has read', async () => {
    let meanwhile: (() => Promise<unknown>) | undefined;
    const world = salonWorld({
      before: async (call) => {
        if (call !== 'commit' || !meanwhile) return;
        const run = meanwhile;
        meanwhile = undefined;
        await run();
      },
    });
    await world.open();
    const { memberId, email } = await world.joined();
    const { seenAs } = (await world.portal(email, form, {}, { memberId })).body;
    const { body } = await world.portal(email, mine, { topic: 'balance', text: 'Hello?', seenAs }, { memberId });
    const path = { memberId, questionId: body.questionId };
    meanwhile = () => world.portal(email, `POST ${mineOne}/messages`, { text: 'It is solved.' }, path);
    const answered = await world.work(`POST ${deskOne}/messages`, { text: 'We will look.', heard: 1 }, path);
    expect(answered.body.code).toBe('conflicting_change');
    expect((await world.work(`GET ${deskOne}`, {}, path)).body.messages).toHaveLength(2);
  });
});
