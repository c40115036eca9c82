import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** Runs CDK's command line with the pinned Node, in the repository, and answers its exit code. */
export function cdk(args: readonly string[]): number {
  const command = join(root, 'node_modules', 'aws-cdk', 'bin', 'cdk');
  return spawnSync(process.execPath, [command, ...args], { cwd: root, stdio: 'inherit' }).status ?? 1;
}
