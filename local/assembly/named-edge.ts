import { arn, type Describe, digest, lower, named, upper } from './names.ts';

const withId =
  (attribute: string, alphabet = upper, length = 14): Describe =>
  (placed) => {
    const ref = digest(placed, alphabet, length);
    return { ref, attributes: { [attribute]: ref } };
  };

/** People, the API, the CDN, buckets, and what is only referred to. */
export const namedEdge: Readonly<Record<string, Describe>> = {
  'AWS::Cognito::UserPool': (placed) => {
    const ref = `${placed.stack.region}_${digest(placed, lower, 9)}`;
    const ProviderName = `cognito-idp.${placed.stack.region}.amazonaws.com/${ref}`;
    const Arn = arn(placed, 'cognito-idp', `userpool/${ref}`);
    return { ref, attributes: { Arn, ProviderName, ProviderURL: `https://${ProviderName}`, UserPoolId: ref } };
  },
  'AWS::Cognito::UserPoolClient': (placed, read) => {
    const ref = digest(placed, lower, 26);
    return { ref, attributes: { ClientId: ref, Name: named(placed, read, 'ClientName', 128) } };
  },
  'AWS::ApiGatewayV2::Api': (placed) => {
    const ref = digest(placed, lower, 10);
    return {
      ref,
      attributes: { ApiId: ref, ApiEndpoint: `https://${ref}.execute-api.${placed.stack.region}.amazonaws.com` },
    };
  },
  'AWS::ApiGatewayV2::Stage': (_, read) => ({ ref: String(read('StageName')), attributes: {} }),
  'AWS::ApiGatewayV2::Integration': withId('IntegrationId', lower, 7),
  'AWS::ApiGatewayV2::Authorizer': withId('AuthorizerId', lower, 6),
  'AWS::ApiGatewayV2::Route': withId('RouteId', lower, 7),
  'AWS::S3::Bucket': (placed, read) => {
    const ref = named(placed, read, 'BucketName', 63).toLowerCase();
    return {
      ref,
      attributes: {
        Arn: `arn:aws:s3:::${ref}`,
        DomainName: `${ref}.s3.amazonaws.com`,
        RegionalDomainName: `${ref}.s3.${placed.stack.region}.amazonaws.com`,
      },
    };
  },
  'AWS::CloudFront::Distribution': (placed) => {
    const ref = digest(placed, upper, 14);
    return { ref, attributes: { Id: ref, DomainName: `d${ref.toLowerCase()}.cloudfront.net` } };
  },
  'AWS::CloudFront::Function': (placed, read) => {
    const ref = arn(placed, 'cloudfront', `function/${named(placed, read, 'Name')}`, { global: true });
    return { ref, attributes: { FunctionARN: ref } };
  },
  'AWS::CloudFront::CachePolicy': withId('Id', lower, 32),
  'AWS::CloudFront::OriginRequestPolicy': withId('Id', lower, 32),
  'AWS::CloudFront::ResponseHeadersPolicy': withId('Id', lower, 32),
  'AWS::CloudFront::OriginAccessControl': withId('Id'),
  'AWS::SecretsManager::Secret': (placed, read) => {
    const name = named(placed, read, 'Name', 255);
    const ref = arn(placed, 'secretsmanager', `secret:${name}-${digest(placed, lower, 6)}`);
    return { ref, attributes: { Id: ref } };
  },
  'AWS::SecretsManager::SecretTargetAttachment': (_, read) => ({ ref: String(read('SecretId')), attributes: {} }),
  'AWS::SSM::Parameter': (placed, read) => ({
    ref: named(placed, read, 'Name', 255),
    attributes: { Value: String(read('Value')), Type: String(read('Type')) },
  }),
  'AWS::KMS::Key': (placed) => {
    const ref = digest(placed, '0123456789abcdef', 32);
    return { ref, attributes: { KeyId: ref, Arn: arn(placed, 'kms', `key/${ref}`) } };
  },
  'AWS::IAM::Role': (placed, read) => {
    const ref = named(placed, read, 'RoleName');
    return { ref, attributes: { Arn: arn(placed, 'iam', `role/${ref}`, { global: true }), RoleId: ref } };
  },
  'AWS::SES::EmailIdentity': (_, read) => {
    // Records for the domain's zone, which has no local effect.
    const tokens = [1, 2, 3].flatMap((n) => [`DkimDNSTokenName${n}`, `DkimDNSTokenValue${n}`]);
    const attributes = Object.fromEntries(tokens.map((name) => [name, `local-${name}`]));
    return { ref: String(read('EmailIdentity')), attributes };
  },
  'AWS::SES::ConfigurationSet': (placed, read) => ({ ref: named(placed, read, 'Name'), attributes: {} }),
  'AWS::CertificateManager::Certificate': (placed) => {
    const ref = arn(placed, 'acm', `certificate/${digest(placed, '0123456789abcdef', 32)}`);
    return { ref, attributes: {} };
  },
};
