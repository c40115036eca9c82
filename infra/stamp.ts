import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** SHA-256 over the names and contents of all files below the given files and folders of `root`. */
export function hashOf(root: string, paths: readonly string[]): string {
  const hash = createHash('sha256');
  const files = paths.flatMap((path) => (isFile(join(root, path)) ? [path] : globSync(`${path}/**/*`, { cwd: root })));
  for (const file of [...new Set(files)].sort()) {
    if (isFile(join(root, file))) hash.update(`${file}\0`).update(readFileSync(join(root, file)));
  }
  return hash.digest('hex');
}

const isFile = (path: string): boolean => existsSync(path) && statSync(path).isFile();

/**
 * Runs `make` unless it already ran for the same inputs and its `output` is still there.
 * The stamp is written last: work that was interrupted is done again.
 */
export async function unlessFresh(
  { stamp, output, inputs, force }: { stamp: string; output: string; inputs: string; force: boolean },
  make: () => Promise<void>,
): Promise<'made' | 'fresh'> {
  const isFresh = existsSync(output) && existsSync(stamp) && readFileSync(stamp, 'utf8') === inputs;
  if (isFresh && !force) return 'fresh';
  await make();
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, inputs);
  return 'made';
}
