// Format, lint, types and architecture, side by side. Prints only what is wrong.
import { spawn } from 'node:child_process';

// The checks already share the cores: a compiler that splits its work over them as well does much of it twice.
const types = (folder: string) => ['tsc', '--noEmit', '--singleThreaded', '-p', folder];

const checks: Record<string, string[]> = {
  'format and lint': ['biome', 'check', '--error-on-warnings'],
  types: types('.'),
  'portal types': types('frontend/portal'),
  'admin types': types('frontend/admin'),
  architecture: ['depcruise', '--config', 'test/architecture.cjs', 'shared', 'functions', 'infra', 'frontend', 'local'],
};

function run(name: string, [command, ...args]: string[]): Promise<boolean> {
  return new Promise((resolve) => {
    const started = performance.now();
    const child = spawn(command as string, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.on('data', (chunk) => {
      output += chunk;
    });
    child.stderr.on('data', (chunk) => {
      output += chunk;
    });
    child.on('error', (error) => {
      output += String(error);
      resolve(false);
    });
    child.on('close', (code) => {
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      console.log(`${code === 0 ? 'ok    ' : 'failed'} ${name} (${seconds} s)`);
      if (code !== 0) console.log(output);
      resolve(code === 0);
    });
  });
}

const results = await Promise.all(Object.entries(checks).map(([name, command]) => run(name, command)));
process.exit(results.every(Boolean) ? 0 : 1);
