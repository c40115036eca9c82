import { describe, expect, test } from '@jest/globals';
import { sharedAssembly } from './shared-assembly.ts';

const assembly = sharedAssembly('prod-eu');
const pools = assembly.all('AWS::Cognito::UserPool');
const clients = assembly.all('AWS::Cognito::UserPoolClient');
const clientOf = (pool: string) =>
  clients.find(({ stack, Properties }) => assembly.text(stack, Properties.UserPoolId) === `regulars-prod-eu-${pool}`)
    ?.Properties;

describe('signing in', () => {
  test('nobody can find out who has an account', () => {
    expect(clients.map(({ Properties }) => Properties.PreventUserExistenceErrors)).toEqual(['ENABLED', 'ENABLED']);
    expect(pools.map(({ Properties }) => Properties.AdminCreateUserConfig.AllowAdminCreateUserOnly)).toEqual([
      true,
      true,
    ]);
  });

  test('members and staff are two pools that know people by their e-mail and ask for twelve characters', () => {
    expect(pools.map(({ Properties }) => Properties.UserPoolName)).toEqual([
      'regulars-prod-eu-members',
      'regulars-prod-eu-staff',
    ]);
    for (const { Properties } of pools) {
      expect(Properties.UsernameAttributes).toEqual(['email']);
      expect(Properties.UsernameConfiguration).toEqual({ CaseSensitive: false });
      expect(Properties.Policies.PasswordPolicy.MinimumLength).toBe(12);
      expect(Properties.UserPoolTier).toBe('LITE');
    }
  });

  test('only the API signs people in; members also by a link', () => {
    expect(clientOf('members').ExplicitAuthFlows.sort()).toEqual([
      'ALLOW_ADMIN_USER_PASSWORD_AUTH',
      'ALLOW_CUSTOM_AUTH',
      'ALLOW_REFRESH_TOKEN_AUTH',
    ]);
    expect(clientOf('staff').ExplicitAuthFlows.sort()).toEqual([
      'ALLOW_ADMIN_USER_PASSWORD_AUTH',
      'ALLOW_REFRESH_TOKEN_AUTH',
    ]);
  });

  test('access lasts ten minutes; a session a month for members and half a day for staff, and can be ended', () => {
    for (const [pool, minutes] of [
      ['members', 30 * 24 * 60],
      ['staff', 12 * 60],
    ] as const) {
      expect(clientOf(pool)).toMatchObject({
        AccessTokenValidity: 10,
        RefreshTokenValidity: minutes,
        TokenValidityUnits: { AccessToken: 'minutes', RefreshToken: 'minutes' },
        EnableTokenRevocation: true,
      });
      expect(clientOf(pool).GenerateSecret).not.toBe(true);
    }
  });

  test('an access token cannot change the address somebody signs in with', () => {
    for (const { Properties } of clients) expect(Properties.WriteAttributes).toEqual(['locale']);
  });

  test('the link’s three steps are one function, and no other pool calls it', () => {
    const [members, staff] = pools.map(({ Properties }) => Properties.LambdaConfig);
    expect(Object.keys(members).sort()).toEqual([
      'CreateAuthChallenge',
      'DefineAuthChallenge',
      'VerifyAuthChallengeResponse',
    ]);
    expect(staff).toBeUndefined();
  });
});
