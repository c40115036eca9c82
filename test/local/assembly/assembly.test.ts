import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import { revealSecrets } from '../../../local/assembly/dynamic-references.ts';
import { readAssembly } from '../../../local/assembly/read.ts';
import { createResolver } from '../../../local/assembly/resolve.ts';
import type { Assembly, Template } from '../../../local/assembly/template.ts';
import { unboundTypes } from '../../../local/bindings.ts';

const folder = fileURLToPath(new URL('../fixtures/assembly', import.meta.url));
const queueUrl = (name: string) => `http://127.0.0.1:9999/111122223333/${name}`;

function setup() {
  const resolver = createResolver(readAssembly(folder, { stage: 'dev' }), { queueUrl });
  const one = (logicalId: string) => {
    const placed = resolver.resources().find((candidate) => candidate.logicalId === logicalId);
    if (placed === undefined) throw new Error(`no ${logicalId}`);
    return placed;
  };
  return { ...resolver, one };
}

function assemblyOf(template: Template): Assembly {
  const stack = { name: 'only', region: 'eu-west-1', account: '000000000000', template, assets: new Map() };
  return { folder, stacks: [stack] };
}

test('all stacks of a stage are read, in their own regions, with the folders of their assets', () => {
  const { assembly } = setup();
  expect(assembly.stacks.map(({ name, region }) => `${name} ${region}`)).toEqual([
    'dev-Edge us-east-1',
    'dev-Data eu-central-1',
    'dev-Api eu-central-1',
  ]);
  expect(assembly.stacks[0]?.assets.get('site.zip')).toBe(`${folder}/asset.site`);
});

test('values from another stack, another region and a queue’s address reach a function', () => {
  const { one, properties } = setup();
  expect(properties(one('Echo'))).toMatchObject({
    Code: { S3Bucket: 'assets-111122223333' },
    Environment: {
      Variables: {
        TABLE_NAME: 'dev-table',
        MAIL_QUEUE_URL: 'http://127.0.0.1:9999/111122223333/dev-mail',
        CERTIFICATE: expect.stringMatching(/^arn:aws:acm:us-east-1:111122223333:certificate\//),
        SECRET: expect.stringMatching(/^\{\{resolve:secretsmanager:arn:aws:.*dev-origin-\w{6}:SecretString:::\}\}$/),
      },
    },
  });
});

test('the intrinsic functions answer as CloudFormation’s', () => {
  const { one, properties } = setup();
  expect(properties(one('Names'))).toEqual({
    Type: 'String',
    Value: `Frankfurt/dev-Data-dev-Data-Dead-${'$'}{kept}/b/aGk=/anna`,
  });
});

test('a resource whose condition is false does not exist', () => {
  const { resources } = setup();
  expect(resources('AWS::S3::Bucket').map(({ logicalId }) => logicalId)).toEqual(['Site']);
});

test('names are the same at every start, so that the data of yesterday is found', () => {
  const first = setup();
  const second = setup();
  expect(second.refOf(second.one('Pool'))).toBe(first.refOf(first.one('Pool')));
  expect(first.refOf(first.one('Pool'))).toMatch(/^eu-central-1_[a-z0-9]{9}$/);
});

test('an intrinsic function that is not known stops the start instead of passing for a value', () => {
  const template: Template = {
    Resources: { Thing: { Type: 'AWS::S3::Bucket', Properties: { BucketName: { 'Fn::Cidr': ['10.0.0.0/8', 2, 8] } } } },
  };
  const resolver = createResolver(assemblyOf(template), { queueUrl });
  const [placed] = resolver.resources();
  expect(() => placed && resolver.refOf(placed)).toThrow('Fn::Cidr in stack only has no local meaning.');
});

test('secrets are read where a dynamic reference names them, whole or one field', async () => {
  const read = async (id: string, key: string) => `<${id}|${key}>`;
  const arn = 'arn:aws:secretsmanager:eu-central-1:111122223333:secret:dev-origin-abc123';
  const reveal = (text: string) => revealSecrets(text, read);
  expect(await reveal(`Bearer {{resolve:secretsmanager:${arn}:SecretString:::}}`)).toBe(`Bearer <${arn}|>`);
  expect(await reveal(`{{resolve:secretsmanager:${arn}:SecretString:key::}}`)).toBe(`<${arn}|key>`);
  expect(await reveal('{{resolve:secretsmanager:stripe:SecretString:live}}')).toBe('<stripe|live>');
  await expect(reveal('{{resolve:ssm:/a}}')).rejects.toThrow('has no local meaning');
});

test('a resource type that nobody thought of is reported', () => {
  expect(unboundTypes(setup().assembly)).toEqual([]);
  expect(unboundTypes(assemblyOf({ Resources: { Db: { Type: 'AWS::RDS::DBInstance' } } }))).toEqual([
    'AWS::RDS::DBInstance',
  ]);
});
