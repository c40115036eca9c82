// Everything that must hold, in order of how fast it can fail: checks, unit tests, then the whole system in a browser.
// Arguments are passed to jest: `npm test -- test/domain` runs only what matches.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

interface Result {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTotalTests: number;
  readonly success: boolean;
}

const root = join(import.meta.dirname, '..');
const wanted = process.argv.slice(2);
const reports = mkdtempSync(join(tmpdir(), 'regulars-test-'));

function step(name: string, args: string[]): boolean {
  const started = performance.now();
  console.log(`\n── ${name}`);
  const { status } = spawnSync(process.execPath, args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, NODE_OPTIONS: '--experimental-vm-modules --disable-warning=ExperimentalWarning' },
  });
  console.log(
    `── ${name}: ${status === 0 ? 'passed' : 'failed'} in ${((performance.now() - started) / 1000).toFixed(0)} s`,
  );
  return status === 0;
}

function jest(name: string, config: string): Result | undefined {
  const report = join(reports, `${name}.json`);
  const paths = wanted.length > 0 ? ['--passWithNoTests', ...wanted] : [];
  step(name, ['node_modules/jest/bin/jest.js', '--config', config, '--json', '--outputFile', report, ...paths]);
  try {
    return JSON.parse(readFileSync(report, 'utf8')) as Result;
  } catch {
    return undefined;
  }
}

const checked = wanted.length > 0 || step('checks', ['local/check.ts']);
const results = [jest('units', 'test/jest.config.mjs'), jest('system', 'test/jest.system.config.mjs')];
rmSync(reports, { recursive: true, force: true });

const sum = (count: (result: Result) => number) =>
  results.reduce((total, result) => total + (result ? count(result) : 0), 0);
// A suite that cannot even be loaded has no failed test: success counts, not the number.
const unloaded = results.filter((result) => !result?.success && (result?.numFailedTests ?? 0) === 0).length;
const failed = sum((result) => result.numFailedTests) + unloaded + (checked ? 0 : 1);
const skipped = sum((result) => result.numPendingTests);
console.log(`\n${sum((result) => result.numPassedTests)} passed, ${failed} failed, ${skipped} skipped`);
process.exit(failed === 0 && skipped === 0 ? 0 : 1);
