import { cdk } from './cdk.ts';

// Every stage, into cdk.out, with all rule packs. Needs no credentials.
process.exitCode = cdk(['synth', '--quiet', ...process.argv.slice(2)]);
