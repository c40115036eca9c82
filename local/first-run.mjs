// Runs a TypeScript entry with the pinned Node, after installing packages when they are missing or stale.
// Plain JavaScript without dependencies: it is the first thing that runs after a clone.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const [entry, ...args] = process.argv.slice(2);
if (!entry) throw new Error('usage: node local/first-run.mjs <entry.ts> [arguments]');

const lockHash = createHash('sha256')
  .update(readFileSync(join(root, 'package-lock.json')))
  .digest('hex');
const stamp = join(root, 'node_modules', '.regulars-installed');
const node = join(root, 'node_modules', '.bin', process.platform === 'win32' ? 'node.cmd' : 'node');
const isInstalled = () => existsSync(stamp) && existsSync(node) && readFileSync(stamp, 'utf8') === lockHash;

if (!isInstalled()) {
  process.stdout.write('Installing packages (once, and again when package-lock.json changes) …\n');
  const npm = process.env.npm_execpath ? [process.execPath, process.env.npm_execpath] : ['npm'];
  const [command, ...prefix] = npm;
  // Not `npm ci`: it refuses a lock file that lacks the optional binaries of other platforms, and a registry
  // mirror may serve only some of them. `install --no-save` takes the same locked versions and writes nothing back.
  const result = spawnSync(
    command,
    [...prefix, 'install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'],
    {
      cwd: root,
      stdio: 'inherit',
    },
  );
  if (result.status !== 0) {
    process.stderr.write('Packages could not be installed: see the npm message above, then run the command again.\n');
    process.exit(result.status ?? 1);
  }
  writeFileSync(stamp, lockHash);
}

const bin = join(root, 'node_modules', '.bin');
const separator = process.platform === 'win32' ? ';' : ':';
const child = spawn(node, ['--disable-warning=ExperimentalWarning', join(root, entry), ...args], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, PATH: `${bin}${separator}${process.env.PATH ?? ''}` },
});
// A terminal sends Ctrl-C to the whole group; a plain kill reaches only this process and is passed on.
for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
process.on('SIGINT', () => {});
// npm runs a script in a shell, and a shell that is killed does not pass it on: notice that it is gone.
if (process.env.npm_lifecycle_event !== undefined) {
  const shell = process.ppid;
  setInterval(() => {
    if (process.ppid !== shell) child.kill('SIGTERM');
  }, 500).unref();
}
child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
