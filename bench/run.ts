// Measures on this machine what must be fast: `npm run bench -- renewals`, or `-- renewals --small` for a quick look.
import { renewals } from './renewals.ts';

const benches: Readonly<Record<string, (small: boolean) => Promise<void>>> = { renewals };

const [name = '', ...options] = process.argv.slice(2);
const bench = benches[name];
const unknown = options.find((option) => option !== '--small');
if (bench === undefined || unknown !== undefined) {
  console.error(`usage: npm run bench -- <${Object.keys(benches).join(' | ')}> [--small]`);
  process.exit(1);
}
await bench(options.includes('--small'));
