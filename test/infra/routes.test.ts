import { describe, expect, test } from '@jest/globals';
import { audiences } from '../../infra/functions.ts';
import type { Operation } from '../../shared/contract/operation.ts';
import { operations } from '../../shared/contract/operations.ts';
import { synthesize } from './assembly.ts';

const assembly = synthesize({ stage: 'prod-eu' });
const declared = audiences.flatMap((audience) => Object.values<Operation>(operations[audience]));
const routeKey = ({ method, path }: Operation) => `${method} /api${path}`;

const routes = assembly.all('AWS::ApiGatewayV2::Route');
const byId = (type: string) => new Map(assembly.all(type).map((resource) => [resource.id, resource]));
const authorizers = byId('AWS::ApiGatewayV2::Authorizer');
const integrations = byId('AWS::ApiGatewayV2::Integration');

describe('the API', () => {
  test('has exactly the routes of the contract', () => {
    expect(routes.map(({ Properties }) => Properties.RouteKey).sort()).toEqual(declared.map(routeKey).sort());
  });

  test.each(declared.map((operation) => [routeKey(operation), operation] as const))(
    '%s is answered by its audience’s function, for whom it is meant',
    (key, { audience }) => {
      const route = routes.find(({ Properties }) => Properties.RouteKey === key);
      const integrationId = route?.Properties.Target['Fn::Join'][1][1].Ref;
      const uri = integrations.get(integrationId)?.Properties.IntegrationUri;
      expect(assembly.text('regulars-prod-eu-api', uri)).toBe(`arn of regulars-prod-eu-api-${audience}`);

      if (audience === 'public') {
        expect(route?.Properties.AuthorizationType).toBe('NONE');
        return;
      }
      expect(route?.Properties).toMatchObject({
        AuthorizationType: 'JWT',
        // An ID token carries no scope, so it is refused here already.
        AuthorizationScopes: ['aws.cognito.signin.user.admin'],
      });
      expect(authorizers.get(route?.Properties.AuthorizerId.Ref)?.Properties.Name).toBe(
        audience === 'member' ? 'members' : 'staff',
      );
    },
  );

  test('trusts for each audience the tokens of its own pool and client only', () => {
    const trusted = [...authorizers.values()].map(({ stack, Properties }) => ({
      name: Properties.Name,
      issuer: assembly.text(stack, Properties.JwtConfiguration.Issuer),
      audience: Properties.JwtConfiguration.Audience.map((one: unknown) => assembly.text(stack, one)),
    }));
    expect(trusted).toEqual(
      ['members', 'staff'].map((name) => ({
        name,
        issuer: `https://cognito-idp.eu-central-1.amazonaws.com/regulars-prod-eu-${name}`,
        audience: [expect.stringContaining(`<${name}client`)],
      })),
    );
  });

  test('limits its rate and writes an access log that names nobody', () => {
    const [stage] = assembly.all('AWS::ApiGatewayV2::Stage');
    expect(stage?.Properties.DefaultRouteSettings).toMatchObject({
      ThrottlingRateLimit: expect.any(Number),
      ThrottlingBurstLimit: expect.any(Number),
    });
    const format = stage?.Properties.AccessLogSettings.Format;
    expect(format).toContain('$context.routeKey');
    for (const personal of ['sourceIp', 'userAgent', 'claims', 'path', 'principalId', 'identity']) {
      expect(format).not.toContain(personal);
    }
  });
});
