// The running system as a process of its own: it ends when the tests that started it do, however they end.
import { startLocal } from '../../local/start.ts';
import type { Ready, StartOptions } from './system.ts';

const options = JSON.parse(process.argv[2] ?? '{}') as StartOptions;
const said: string[] = [];

try {
  const system = await startLocal({ ...options, dataFolder: null, say: (line) => said.push(line) });
  const stop = async () => {
    await system.close();
    process.exit(0);
  };
  process.on('disconnect', () => void stop());
  const { url, accounts, endpoints, paymentsUrl } = system;
  process.send?.({ url, accounts, endpoints, paymentsUrl } satisfies Ready);
} catch (error) {
  console.error(said.join('\n'));
  console.error(error);
  process.exit(1);
}
