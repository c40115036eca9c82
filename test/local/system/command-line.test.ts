import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';

const root = fileURLToPath(new URL('../../..', import.meta.url));

function start(environment: Record<string, string>, args: readonly string[] = []) {
  const dataFolder = environment.REGULARS_DATA_FOLDER ?? mkdtempSync(join(tmpdir(), 'regulars-'));
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', 'local/start.ts', ...args], {
    cwd: root,
    env: { ...process.env, NODE_OPTIONS: '', PORT: '0', REGULARS_DATA_FOLDER: dataFolder, ...environment },
  });
  let output = '';
  const heard = new Promise<string>((resolve) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => {
        output += text;
        if (output.includes('Streams and queues')) resolve(output);
      });
    }
    child.once('exit', () => resolve(output));
  });
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  return { child, dataFolder, heard, ended, output: () => output };
}

test('a stop in the middle of starting closes everything and counts as an orderly end', async () => {
  const { child, dataFolder, heard, ended } = start({});
  expect(await heard).toContain('Streams and queues');
  child.kill('SIGTERM');
  expect(await ended).toBe(0);
  const left = spawnSync('ps', ['-eo', 'args'], { encoding: 'utf8' }).stdout;
  expect(left.split('\n').filter((line) => line.includes(dataFolder))).toEqual([]);
  expect(existsSync(join(dataFolder, 'running.pid'))).toBe(false);
  expect(existsSync(join(dataFolder, 'ready.json'))).toBe(false);
}, 180_000);

test('a second start from the same folder is refused with what to do', async () => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'regulars-'));
  writeFileSync(join(dataFolder, 'running.pid'), String(process.pid));
  const { ended, output } = start({ REGULARS_DATA_FOLDER: dataFolder });
  expect(await ended).toBe(1);
  expect(output()).toContain('already runs from this folder');
});

test('a port or an option that makes no sense is refused before anything starts', async () => {
  const port = start({ PORT: 'four thousand' });
  expect(await port.ended).toBe(1);
  expect(port.output()).toContain('PORT must be a number from 0 to 65535');
  const option = start({}, ['--frehs']);
  expect(await option.ended).toBe(1);
  expect(option.output()).toContain('There is only --fresh');
});

test('without Java the message says how to get it', async () => {
  const { ended, output } = start({ PATH: '/nowhere', JAVA_HOME: '' });
  expect(await ended).toBe(1);
  expect(output()).toContain('openjdk-17-jre-headless');
  expect(output()).not.toContain('    at ');
}, 180_000);
