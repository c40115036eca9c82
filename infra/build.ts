import { existsSync, globSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundle } from './bundle.ts';
import { functionSpecs } from './functions.ts';
import { hashOf, unlessFresh } from './stamp.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** Where the build's results are. */
export const built = {
  functions: join(root, 'dist', 'functions'),
  web: join(root, 'dist', 'web'),
} as const;

const faces = ['portal', 'admin'] as const;
type Face = (typeof faces)[number];

// Package versions decide what is bundled, as much as our own sources do.
const always = [
  'package-lock.json',
  'infra/bundle.ts',
  'infra/build.ts',
  'infra/lambda-credentials.ts',
  'infra/functions.ts',
];

/**
 * Bundles the functions into `dist/functions/<name>` and builds the two faces into `dist/web/<face>`.
 * What has not changed since the last time is skipped, unless `force` is set. `say` hears one line for each part.
 * Throws when a source is missing or does not compile.
 */
export async function build({
  force = false,
  say = console.log,
}: {
  force?: boolean;
  say?: (line: string) => void;
} = {}): Promise<void> {
  await buildFunctions(force, say);
  for (const face of faces) await buildFace(face, force, say);
}

async function buildFunctions(force: boolean, say: (line: string) => void): Promise<void> {
  refuseMissing(functionSpecs.map(({ entry }) => `functions/${entry}.ts`));
  const result = await unlessFresh(
    {
      stamp: join(root, 'dist', 'stamps', 'functions'),
      output: built.functions,
      inputs: hashOf(root, [...always, 'functions', 'shared']),
      force,
    },
    async () => {
      for (const { name, bytes } of await bundle(root, built.functions, functionSpecs)) {
        say(`  ${name.padEnd(24)} ${kilobytes(bytes)}`);
      }
    },
  );
  if (result === 'fresh') say('  functions: unchanged');
}

async function buildFace(face: Face, force: boolean, say: (line: string) => void): Promise<void> {
  refuseMissing([`frontend/${face}/vite.config.ts`]);
  const output = join(built.web, face);
  const result = await unlessFresh(
    {
      stamp: join(root, 'dist', 'stamps', face),
      output,
      inputs: hashOf(root, [...always, `frontend/${face}`, 'frontend/common', 'shared']),
      force,
    },
    async () => {
      // Loaded only when needed: it is the slowest import of the build.
      const vite = await import('vite');
      await vite.build({
        root: join(root, 'frontend', face),
        configFile: join(root, 'frontend', face, 'vite.config.ts'),
        logLevel: 'warn',
        build: { outDir: output, emptyOutDir: true },
      });
      say(`  ${face.padEnd(24)} ${kilobytes(sizeOf(output))}`);
    },
  );
  if (result === 'fresh') say(`  ${face}: unchanged`);
}

function refuseMissing(files: readonly string[]): void {
  const missing = files.filter((file) => !existsSync(join(root, file)));
  if (missing.length > 0) throw new Error(`Cannot build, these files are missing: ${missing.join(', ')}`);
}

function sizeOf(folder: string): number {
  const files = globSync('**/*', { cwd: folder }).map((file) => statSync(join(folder, file)));
  return files.reduce((sum, file) => sum + (file.isFile() ? file.size : 0), 0);
}

const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(0).padStart(6)} kB`;

if (import.meta.main) await build({ force: process.argv.includes('--force') });
