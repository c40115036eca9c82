import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Assembly, Stack, Template } from './template.ts';

// The cloud assembly manifest and the asset manifest are versioned formats of the CDK: only the fields read here are named.
interface Manifest {
  readonly artifacts?: Record<string, Artifact>;
}
interface Artifact {
  readonly type: string;
  readonly environment?: string;
  readonly properties?: {
    readonly directoryName?: string;
    readonly file?: string;
    readonly templateFile?: string;
    readonly stackName?: string;
    readonly additionalDependencies?: readonly string[];
  };
}
interface AssetManifest {
  readonly files?: Record<
    string,
    {
      readonly source: { readonly path?: string };
      readonly destinations: Record<string, { readonly objectKey: string }>;
    }
  >;
}

type Fill = (text: string) => string;

export interface ReadOptions {
  readonly stage?: string;
  readonly fill?: Fill;
}

const localAccount = '000000000000';
const localRegion = 'us-east-1';

function readJson<T>(file: string): T {
  return JSON.parse(readFileSync(file, 'utf8')) as T;
}

function readAssets(file: string): [string, string][] {
  const manifest = readJson<AssetManifest>(file);
  return Object.values(manifest.files ?? {}).flatMap(({ source, destinations }) => {
    const { path } = source;
    if (path === undefined) return [];
    return Object.values(destinations).map(({ objectKey }): [string, string] => [
      objectKey,
      resolve(dirname(file), path),
    ]);
  });
}

function readStack(folder: string, name: string, artifact: Artifact, assets: Map<string, string>, fill: Fill): Stack {
  const file = artifact.properties?.templateFile;
  if (file === undefined) throw new Error(`The assembly names no template for the stack ${name}.`);
  // `aws://<account>/<region>`; both are `unknown-…` in an environment-agnostic stack.
  const [, account = '', region = ''] = /^aws:\/\/([^/]+)\/(.+)$/.exec(artifact.environment ?? '') ?? [];
  return {
    name: artifact.properties?.stackName ?? name,
    account: /^\d{12}$/.test(account) ? account : localAccount,
    region: /^[a-z]{2}-/.test(region) ? region : localRegion,
    template: JSON.parse(fill(readFileSync(join(folder, file), 'utf8'))) as Template,
    assets,
  };
}

function readFolder(folder: string, include: (nested: string) => boolean, fill: Fill): Stack[] {
  const { artifacts = {} } = readJson<Manifest>(join(folder, 'manifest.json'));
  const assets = new Map(
    Object.values(artifacts)
      .filter((artifact) => artifact.type === 'cdk:asset-manifest')
      .flatMap((artifact) => readAssets(join(folder, artifact.properties?.file ?? ''))),
  );
  return Object.entries(artifacts).flatMap(([name, artifact]) => {
    if (artifact.type === 'aws:cloudformation:stack') return [readStack(folder, name, artifact, assets, fill)];
    if (artifact.type !== 'cdk:cloud-assembly') return [];
    const nested = artifact.properties?.directoryName ?? name;
    return include(nested) ? readFolder(join(folder, nested), include, fill) : [];
  });
}

/**
 * Reads every stack of a synthesized cloud assembly, nested assemblies (CDK stages) included.
 *
 * @param stage Restricts nested assemblies to `assembly-<stage>…`; without it all of them are read.
 * @param fill Changes a template's text before it is parsed, to put in what only the laptop knows.
 * @throws when the folder holds no manifest, or no stack.
 */
export function readAssembly(folder: string, { stage, fill = (text) => text }: ReadOptions = {}): Assembly {
  const include = (nested: string) => stage === undefined || nested.startsWith(`assembly-${stage}`);
  const stacks = readFolder(resolve(folder), include, fill);
  if (stacks.length === 0) throw new Error(`No stack found in the assembly at ${folder}.`);
  return { folder: resolve(folder), stacks };
}
