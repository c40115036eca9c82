// Runs a command and ends it when whoever started this process is gone: the parent holds our standard input open, and
// every way it can die, a crash included, closes it. Plain JavaScript, so that it starts without stripping types.
import { spawn } from 'node:child_process';

const [command, ...args] = process.argv.slice(2);
const child = spawn(command, args, { stdio: ['ignore', 'inherit', 'inherit'], windowsHide: true });
child.on('error', (error) => {
  console.error(error.message);
  process.exit(127);
});
child.on('exit', (code) => process.exit(code ?? 0));

process.stdin.resume();
process.stdin.on('close', () => {
  child.kill();
  setTimeout(() => child.kill('SIGKILL'), 3_000);
});
