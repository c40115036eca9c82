import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { StageName } from '../../infra/stages.ts';
import { Assembly } from './assembly.ts';

const script = join(import.meta.dirname, 'synthesize.mjs');

/** A synthesis of every stage of its own, without the rule packs. */
export function freshAssembly(): Assembly {
  const folder = mkdtempSync(join(tmpdir(), 'regulars-assembly-'));
  execFileSync(process.execPath, [script, folder], { stdio: 'pipe' });
  return new Assembly(folder);
}

/**
 * The one synthesis of this run of the tests, by the suite that needs it first; the others wait for it. It has been
 * through the rule packs: their findings are in its `validation-report.json`. With `stage`, only its templates.
 */
export function sharedAssembly(stage?: StageName): Assembly {
  const folder = join(process.env.REGULARS_TEST_RUN as string, 'assembly');
  const [done, failed] = [`${folder}.done`, `${folder}.failed`];
  if (claims(folder)) synthesizeInto(folder, done, failed);
  while (!existsSync(done)) {
    if (existsSync(failed)) throw new Error('The synthesis failed in the suite that ran it for all: see there.');
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100);
  }
  return new Assembly(folder, stage);
}

function synthesizeInto(folder: string, done: string, failed: string): void {
  try {
    execFileSync(process.execPath, [script, folder, 'checked'], { stdio: 'pipe' });
    writeFileSync(done, '');
  } catch (error) {
    writeFileSync(failed, '');
    throw error;
  }
}

/** True for the first that asks: a folder can be made only once. */
function claims(folder: string): boolean {
  try {
    mkdirSync(folder);
    return true;
  } catch {
    return false;
  }
}
