import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { PoolDefinition } from '../../../local/cognito/definition.ts';
import { client, members, openPools, type Pools } from './pools.ts';

let pools: Pools;
beforeAll(async () => {
  pools = await openPools();
});
afterAll(() => pools.close());

describe('requests that no SDK would send', () => {
  const post = async (action: string, body: string, signed = true) => {
    const response = await fetch(pools.service.endpoint, {
      method: 'POST',
      headers: {
        'x-amz-target': `AWSCognitoIdentityProviderService.${action}`,
        ...(signed && { authorization: 'AWS4-HMAC-SHA256 Credential=local' }),
      },
      body,
    });
    return [response.status, await response.json()];
  };

  test.each([
    ['a body that is no JSON', 'ListUsers', '{', true, 'SerializationException'],
    ['a list for a text', 'ListUsers', '{"UserPoolId":["x"]}', true, 'SerializationException'],
    [
      'a text for a map',
      'AdminInitiateAuth',
      `${JSON.stringify({ UserPoolId: members.id, ClientId: client.id, AuthFlow: 'CUSTOM_AUTH', AuthParameters: 'x' })}`,
      true,
      'SerializationException',
    ],
    ['a missing member', 'ListUsers', '{}', true, 'InvalidParameterException'],
    [
      'a flow that does not exist',
      'InitiateAuth',
      `{"ClientId":"${client.id}","AuthFlow":"MAGIC"}`,
      true,
      'InvalidParameterException',
    ],
    [
      'an administrator’s action without a signature',
      'ListUsers',
      '{"UserPoolId":"us-east-1_x"}',
      false,
      'MissingAuthenticationTokenException',
    ],
    ['an action that does not exist', 'Nothing', '{}', true, 'UnknownOperationException'],
  ])('%s is refused', async (_, action, body, signed, type) => {
    expect(await post(action, body, signed)).toEqual([400, { __type: type, message: expect.any(String) }]);
  });

  test('a public action needs no signature', async () => {
    const [, { __type }] = await post('InitiateAuth', `{"ClientId":"nobody","AuthFlow":"CUSTOM_AUTH"}`, false);
    expect(__type).toBe('ResourceNotFoundException');
  });
});

test.each<readonly [string, PoolDefinition]>([
  ['a foreign region', { ...members, id: 'eu-west-1_AbC' }],
  ['an id that is none', { ...members, id: 'us-east-1_a-b' }],
  ['a trigger that would never run', { ...members, triggers: { CustomMessage: 'mail' } as object }],
  ['a name that is not the e-mail', { ...members, usernameAttributes: ['phone_number'] as unknown as ['email'] }],
  ['a client twice', { ...members, clients: [client, client] }],
])('a pool with %s does not start', async (_, definition) => {
  await expect(openPools({ pools: [definition] })).rejects.toThrow(/user pool/i);
});
