import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from './build.ts';
import { cdk } from './cdk.ts';
import type { Stage, StageSettings } from './stages.ts';
import { isStageName, settled, stageNames, stages } from './stages.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** What stands in the way of deploying this stage, as sentences that say what to do; nothing when all is there. */
export function missingFor(stage: Stage, environment: Readonly<Record<string, string | undefined>>): string[] {
  const where = `in cdk.context.json under "regulars:${stage.name}"`;
  const missing: string[] = [];
  if (stage.domain.endsWith('.example')) missing.push(`Set "domain" to the domain you own, ${where}.`);
  if (stage.hostedZoneId.startsWith('Z000000')) missing.push(`Set "hostedZoneId" to its Route 53 zone, ${where}.`);
  if (!stage.alarmEmail) missing.push(`Set "alarmEmail" to an address that somebody reads, ${where}.`);
  const hasCredentials = ['AWS_PROFILE', 'AWS_ACCESS_KEY_ID', 'AWS_CONTAINER_CREDENTIALS_FULL_URI'].some(
    (name) => environment[name],
  );
  if (!hasCredentials) missing.push('Sign in to AWS and set AWS_PROFILE (or AWS_ACCESS_KEY_ID and its secret).');
  return missing;
}

/** The operator's settings of a stage from the context file, if there is one. */
export function savedSettings(stage: Stage['name'], file = join(root, 'cdk.context.json')): StageSettings {
  if (!existsSync(file)) return {};
  const context = JSON.parse(readFileSync(file, 'utf8')) as Record<string, StageSettings | undefined>;
  return context[`regulars:${stage}`] ?? {};
}

async function deploy([name = '', ...more]: readonly string[]): Promise<number> {
  if (!isStageName(name)) {
    console.error(`Which stage? npm run deploy -- <stage>, one of: ${stageNames.join(', ')}.`);
    return 2;
  }
  const missing = missingFor(settled(stages[name], savedSettings(name)), process.env);
  if (missing.length > 0) {
    console.error(`${name} cannot be deployed yet:\n${missing.map((line) => `  - ${line}`).join('\n')}`);
    console.error('docs/operating.md leads through it step by step.');
    return 2;
  }
  await build();
  return cdk(['deploy', `regulars-${name}-*`, '-c', `stage=${name}`, ...more]);
}

if (import.meta.main) process.exitCode = await deploy(process.argv.slice(2));
