import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/**
 * Claims the data folder for this process: two at once would damage each other's data.
 *
 * @returns how to give it back.
 * @throws when a living process has it.
 */
export function claim(dataFolder: string): () => void {
  const file = join(dataFolder, 'running.pid');
  const holder = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0;
  if (holder > 0 && holder !== process.pid && isAlive(holder)) {
    throw new Error(
      `Regulars already runs from this folder (process ${holder}). Stop it first, or use a second clone.`,
    );
  }
  mkdirSync(dataFolder, { recursive: true });
  writeFileSync(file, String(process.pid));
  return () => rmSync(file, { force: true });
}
