import { describe, expect, test } from '@jest/globals';
import { answerChallenge, type ChallengeEvent } from '../../functions/identity/sign-in-link.ts';
import { day, type SalonWorld, salonWorld } from '../support/salon-world.ts';

const event = (triggerSource: ChallengeEvent['triggerSource'], request: object) =>
  ({ triggerSource, request, response: {} }) as unknown as ChallengeEvent;

const verify = async (world: SalonWorld, request: object) =>
  (
    await answerChallenge(
      world.table,
      event('VerifyAuthChallengeResponse_Authentication', {
        userAttributes: { email: 'mia@example.com' },
        clientMetadata: { business: 'aurora' },
        ...request,
      }),
      world.now(),
    )
  ).response;

async function invited() {
  const world = await salonWorld().open();
  const memberId = await world.addMember();
  await world.invite(memberId);
  await world.deliver();
  return { world, memberId, token: world.tokenFor('mia@example.com') };
}

describe('signing in with the link of an invitation', () => {
  test('works for the person it was sent to', async () => {
    const { world, token } = await invited();
    expect(await verify(world, { challengeAnswer: token })).toEqual({ answerCorrect: true });
  });

  test.each([
    ['somebody else', { userAttributes: { email: 'eve@example.com' } }],
    ['somebody without an account', { userNotFound: true }],
    ['another salon', { clientMetadata: { business: 'borealis' } }],
    ['no salon at all', { clientMetadata: undefined }],
    ['a made-up salon', { clientMetadata: { business: 'B#aurora' } }],
    ['another token', { challengeAnswer: 'A'.repeat(43) }],
    ['no token', { challengeAnswer: '' }],
  ])('does not work for %s', async (_, request) => {
    const { world, token } = await invited();
    expect(await verify(world, { challengeAnswer: token, ...request })).toEqual({ answerCorrect: false });
  });

  test('does not work once used, replaced or expired', async () => {
    const used = await invited();
    await used.world.post('invitation', { token: used.token, password: 'a long password' });
    expect(await verify(used.world, { challengeAnswer: used.token })).toEqual({ answerCorrect: false });

    const replaced = await invited();
    await replaced.world.invite(replaced.memberId);
    expect(await verify(replaced.world, { challengeAnswer: replaced.token })).toEqual({ answerCorrect: false });

    const expired = await invited();
    expired.world.pass(7 * day);
    expect(await verify(expired.world, { challengeAnswer: expired.token })).toEqual({ answerCorrect: false });
  });

  test('does not work with a link for a new password', async () => {
    const world = await salonWorld().open();
    const { email } = await world.joined();
    await world.post('password-reset', { email, audience: 'member' });
    await world.deliver();
    expect(await verify(world, { challengeAnswer: world.tokenFor(email) })).toEqual({ answerCorrect: false });
  });

  test('is one question: a right answer signs in, a wrong one ends it', async () => {
    const world = salonWorld();
    const define = async (session: object[], more: object = {}) =>
      (await answerChallenge(world.table, event('DefineAuthChallenge_Authentication', { session, ...more }), 0))
        .response;
    const answered = (challengeResult: boolean, challengeName = 'CUSTOM_CHALLENGE') => ({
      challengeName,
      challengeResult,
    });
    expect(await define([])).toMatchObject({ challengeName: 'CUSTOM_CHALLENGE', issueTokens: false });
    expect(await define([answered(true)])).toMatchObject({ issueTokens: true, failAuthentication: false });
    for (const session of [
      [answered(false)],
      [answered(false), answered(true)],
      [answered(true, 'PASSWORD_VERIFIER')],
    ]) {
      expect(await define(session)).toMatchObject({ issueTokens: false, failAuthentication: true });
    }
    expect(await define([answered(true)], { userNotFound: true })).toMatchObject({ issueTokens: false });
    const created = await answerChallenge(world.table, event('CreateAuthChallenge_Authentication', {}), 0);
    expect(created.response).toEqual({
      publicChallengeParameters: {},
      privateChallengeParameters: {},
      challengeMetadata: 'LINK',
    });
  });
});
