import { describe, expect, test } from '@jest/globals';
import { openApi } from '../../shared/contract/openapi.ts';
import type { Operation } from '../../shared/contract/operation.ts';
import { operations } from '../../shared/contract/operations.ts';
import type { Resource } from './assembly.ts';
import { sharedAssembly } from './shared-assembly.ts';

const assembly = sharedAssembly('prod-eu');
const declared = Object.values(operations).flatMap((group) => Object.values<Operation>(group));
const webhook = 'POST /api/webhooks/stripe';
const routeKey = ({ method, path }: Operation) => `${method} /api${path}`;

const routes = assembly.all('AWS::ApiGatewayV2::Route');
const byId = (type: string) => new Map(assembly.all(type).map((resource) => [resource.id, resource]));
const authorizers = byId('AWS::ApiGatewayV2::Authorizer');
const integrations = byId('AWS::ApiGatewayV2::Integration');

const functionOf = (route: Resource | undefined): string => {
  const integration = integrations.get(route?.Properties.Target['Fn::Join'][1][1].Ref);
  return assembly.text('regulars-prod-eu-api', integration?.Properties.IntegrationUri);
};

describe('the API', () => {
  test('has exactly the routes of the contract and the payment provider’s, and OpenAPI has the same', () => {
    const keys = routes.map(({ Properties }) => Properties.RouteKey).sort();
    expect(keys).toEqual([...declared.map(routeKey), webhook].sort());
    const described = Object.entries(openApi().paths as Record<string, object>).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(described.sort()).toEqual(keys);
  });

  test('the webhook is open, because its sender signs, and has a function of its own', () => {
    const route = routes.find(({ Properties }) => Properties.RouteKey === webhook);
    expect(route?.Properties.AuthorizationType).toBe('NONE');
    expect(functionOf(route)).toBe('arn of regulars-prod-eu-receive-provider-event');
  });

  test.each(declared.map((operation) => [routeKey(operation), operation] as const))(
    '%s is answered by its audience’s function, for whom it is meant',
    (key, { audience, part }) => {
      const route = routes.find(({ Properties }) => Properties.RouteKey === key);
      // Making a file needs a library that would slow the start of everything else.
      const name = part === undefined ? audience : `${audience}-${part}`;
      expect(functionOf(route)).toBe(`arn of regulars-prod-eu-api-${name}`);

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
