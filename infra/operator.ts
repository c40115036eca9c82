import { createBusiness } from './operator/create-business.ts';
import { rotateOriginSecret } from './operator/rotate-origin-secret.ts';

/** What an operator can do besides deploying. Each takes the rest of the command line and says what came of it. */
const commands: Readonly<Record<string, (args: readonly string[]) => Promise<string>>> = {
  'create-business': createBusiness,
  'rotate-origin-secret': rotateOriginSecret,
};

const [name = '', ...args] = process.argv.slice(2);
const command = commands[name];
if (!command) {
  console.error(`Which command? npm run operator -- <command>, one of: ${Object.keys(commands).join(', ')}.`);
  process.exit(2);
}
try {
  console.log(await command(args));
} catch (error) {
  // The sentence alone: an operator needs what to do, not where in our code it was noticed.
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
