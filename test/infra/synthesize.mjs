// Synthesizes into the folder that it is given: `node test/infra/synthesize.mjs FOLDER [checked]`. A process of its own,
// since the rule packs take many times as long inside the sandbox that jest puts every test file in.
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { functionSpecs } from '../../infra/functions.ts';
import { regulars } from '../../infra/regulars.ts';
import { stages } from '../../infra/stages.ts';

const [outdir, checked] = process.argv.slice(2);

function write(folder, file, text) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, file), text);
}

/** Empty bundles and pages: what is in them is not infrastructure. */
function fixtures() {
  const folder = mkdtempSync(join(tmpdir(), 'regulars-infra-'));
  const [functionsFolder, webFolder] = [join(folder, 'functions'), join(folder, 'web')];
  for (const { name } of functionSpecs)
    write(join(functionsFolder, name), 'index.mjs', `export const name = '${name}';`);
  for (const face of ['portal', 'admin']) {
    write(join(webFolder, face), 'index.html', face);
    write(join(webFolder, face, 'assets'), 'main-abc123.js', face);
  }
  return { functionsFolder, webFolder };
}

process.env.CDK_VALIDATION = String(checked === 'checked');
regulars({ stages: Object.values(stages), ...fixtures(), outdir }).synth();
