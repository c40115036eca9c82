import { createHash } from 'node:crypto';
import type { LocalService } from '../ports.ts';
import { AwsRefusal, awsJson, type JsonObject, requireString } from '../protocol/aws-json.ts';
import { localPlace, type Place } from '../protocol/place.ts';
import { serve } from '../protocol/serve.ts';
import { generateSecret } from './generate.ts';
import { openSecretStore, type SecretVersion } from './store.ts';

/** A secret of the stacks: a given value, or one that is generated once. `arn` when the assembly already named it. */
export interface SecretDefinition {
  readonly name: string;
  readonly arn?: string;
  readonly value?: string;
  /** CloudFormation's GenerateSecretString. */
  readonly generate?: Readonly<Record<string, unknown>>;
}

export interface Secrets extends LocalService {
  /** The ARN of a declared secret; throws for any other name. */
  arnOf(name: string): string;
}

const missing = "Secrets Manager can't find the specified secret.";

/**
 * Serves Secrets Manager: GetSecretValue, PutSecretValue and DescribeSecret. Values that exist in `dataFile` stay, so a
 * rotated or generated secret survives a restart.
 */
export async function startSecrets(options: {
  readonly secrets: readonly SecretDefinition[];
  readonly dataFile?: string;
  readonly place?: Place;
}): Promise<Secrets> {
  const { account, region } = options.place ?? localPlace;
  const store = openSecretStore(options.dataFile);
  const arns = new Map(
    options.secrets.map(({ name, arn }) => [
      name,
      arn ?? `arn:aws:secretsmanager:${region}:${account}:secret:${name}-${suffix(name)}`,
    ]),
  );
  for (const secret of options.secrets) {
    if (store.versionsOf(secret.name).length > 0) continue;
    const value = secret.value ?? (secret.generate && generateSecret(secret.generate));
    if (value !== undefined) store.put(secret.name, value, ['AWSCURRENT'], Date.now());
  }

  /** Finds a secret by name, ARN, or ARN without its random suffix. */
  function find(input: JsonObject): { readonly name: string; readonly arn: string } {
    const id = requireString(input, 'SecretId');
    for (const [name, arn] of arns) if (id === name || id === arn || id === arn.slice(0, -7)) return { name, arn };
    throw new AwsRefusal('ResourceNotFoundException', missing);
  }

  const service = await serve(
    awsJson({
      getSecretValue(input) {
        const { name, arn } = find(input);
        const version = choose(store.versionsOf(name), input);
        return {
          ARN: arn,
          Name: name,
          SecretString: version.value,
          ...described(version),
          CreatedDate: version.createdAt / 1000,
        };
      },
      putSecretValue(input) {
        const { name, arn } = find(input);
        const value = requireString(input, 'SecretString');
        const stages = Array.isArray(input.VersionStages) ? input.VersionStages.map(String) : ['AWSCURRENT'];
        const token = typeof input.ClientRequestToken === 'string' ? input.ClientRequestToken : undefined;
        const repeated = store.versionsOf(name).find((version) => version.id === token);
        if (repeated && repeated.value !== value) {
          throw new AwsRefusal(
            'ResourceExistsException',
            `You can't use ClientRequestToken ${token} because that value is already in use for a version of secret ${arn}.`,
          );
        }
        const version = repeated ?? store.put(name, value, stages, Date.now(), token);
        return { ARN: arn, Name: name, ...described(version) };
      },
      describeSecret(input) {
        const { name, arn } = find(input);
        const stages = store.versionsOf(name).map((version) => [version.id, version.stages]);
        return { ARN: arn, Name: name, VersionIdsToStages: Object.fromEntries(stages) };
      },
    }),
  );
  return {
    ...service,
    arnOf(name) {
      const arn = arns.get(name);
      if (!arn) throw new Error(`There is no secret ${name}.`);
      return arn;
    },
  };
}

function choose(versions: readonly SecretVersion[], input: JsonObject): SecretVersion {
  const { VersionId: id, VersionStage: stage } = input;
  const wanted = id === undefined ? (stage ?? 'AWSCURRENT') : stage;
  const found = versions.find(
    (version) =>
      (id === undefined || version.id === id) && (wanted === undefined || version.stages.includes(String(wanted))),
  );
  if (found) return found;
  const by = id === undefined ? `staging label: ${wanted}` : `VersionId: ${id}`;
  throw new AwsRefusal('ResourceNotFoundException', `Secrets Manager can't find the specified secret value for ${by}`);
}

function described(version: SecretVersion) {
  return { VersionId: version.id, VersionStages: version.stages };
}

/** The six characters AWS appends, here derived from the name so that an ARN is the same at every start. */
function suffix(name: string): string {
  return createHash('sha256').update(name).digest('hex').slice(0, 6);
}
