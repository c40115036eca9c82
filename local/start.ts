import { runOnLaptop } from './command-line.ts';

export type { LocalOptions, LocalRuntime } from './system.ts';
export { startLocal } from './system.ts';

if (import.meta.main) await runOnLaptop(process.argv.slice(2));
