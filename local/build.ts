import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { hashOf, unlessFresh } from '../infra/stamp.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** Where the laptop's own synthesis lies: its addresses differ from those of a deployment. */
export const assemblyFolder = join(root, 'dist', 'laptop');

/** Stands for the port in the synthesized addresses, so that one assembly serves every start, on whatever port. */
export const portMarker = '{port}';

const inputs = ['infra', 'functions', 'shared', 'frontend', 'cdk.json', 'package-lock.json', 'local/build.ts'];

/** Runs the CDK app in a process of its own: it is large, and nobody needs it after this. */
function synthesize(say: (line: string) => void): Promise<void> {
  const context = { stage: 'dev', siteOrigin: `http://{business}.localhost:${portMarker}` };
  const { CDK_DEFAULT_ACCOUNT, CDK_DEFAULT_REGION, ...environment } = process.env;
  const args = ['--disable-warning=ExperimentalWarning', join(root, 'infra', 'app.ts')];
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...environment, CDK_OUTDIR: assemblyFolder, CDK_CONTEXT_JSON: JSON.stringify(context) },
    stdio: ['ignore', 'inherit', 'pipe'],
  });
  const said: string[] = [];
  createInterface({ input: child.stderr }).on('line', (line) => {
    said.push(line);
    // The build indents its own lines by two; anything else are warnings of its tools, of use only when it fails.
    if (/^ {2}\w/.test(line)) say(line.trim());
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`The build failed.\n${said.join('\n')}`));
    });
  });
}

/**
 * Bundles the functions, builds the pages and synthesizes the stacks of the `dev` stage, unless nothing has changed
 * since the last time.
 *
 * @param say hears what the build prints, line by line.
 * @throws with everything the build said when it fails.
 */
export async function buildForLaptop(say: (line: string) => void): Promise<'made' | 'fresh'> {
  const stamp = join(root, 'dist', 'stamps', 'laptop');
  const output = join(assemblyFolder, 'manifest.json');
  return unlessFresh({ stamp, output, inputs: hashOf(root, inputs), force: false }, () => synthesize(say));
}
