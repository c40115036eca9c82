import { build, built } from './build.ts';
import { regulars } from './regulars.ts';
import { stages } from './stages.ts';

// Its output is the CDK command line's: what the build says goes where the messages go.
await build({ say: (line) => process.stderr.write(`${line}\n`) });
regulars({ stages: Object.values(stages), functionsFolder: built.functions, webFolder: built.web }).synth();
