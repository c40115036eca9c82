import { rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { FunctionSpec } from './functions.ts';

/** Size of one bundle, in bytes after minifying, without its source map. */
export interface Bundle {
  readonly name: string;
  readonly bytes: number;
}

// nodemailer is CommonJS and requires Node's own modules; an ES module has no `require` unless it makes one.
const requireForCommonJs =
  "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);";

const lambdaCredentials = join(dirname(fileURLToPath(import.meta.url)), 'lambda-credentials.ts');

/**
 * Bundles all functions with one esbuild call into `<outdir>/<name>/index.mjs` with a source map beside it.
 * The target stays Node 20, so that the very same files also run on an older laptop.
 */
export async function bundle(root: string, outdir: string, specs: readonly FunctionSpec[]): Promise<Bundle[]> {
  await rm(outdir, { recursive: true, force: true });
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: specs.map(({ name, entry }) => ({ in: `functions/${entry}.ts`, out: `${name}/index` })),
    outdir,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    mainFields: ['module', 'main'],
    alias: { '@aws-sdk/credential-provider-node': lambdaCredentials },
    minify: true,
    sourcemap: true,
    sourcesContent: false,
    metafile: true,
    logLevel: 'warning',
    legalComments: 'none',
    banner: { js: requireForCommonJs },
  });
  return specs.map(({ name }) => {
    const output = Object.entries(metafile.outputs).find(([file]) => file.endsWith(join(name, 'index.mjs')));
    return { name, bytes: output?.[1].bytes ?? 0 };
  });
}
