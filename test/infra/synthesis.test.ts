import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { stageNames } from '../../infra/stages.ts';
import { freshAssembly, sharedAssembly } from './shared-assembly.ts';

const { directory } = sharedAssembly();

/** Every template and the manifest; assets are named by their content in them. */
const textsOf = (folder: string) =>
  new Map(
    readdirSync(folder)
      .filter((file) => file.endsWith('.json'))
      .map((file) => [file, readFileSync(join(folder, file), 'utf8')]),
  );

describe('synthesis of every stage', () => {
  test('the rule packs find nothing that is not explained', () => {
    const { pluginReports } = JSON.parse(readFileSync(join(directory, 'validation-report.json'), 'utf8'));
    expect(pluginReports).toEqual([]);
  });

  test('a bucket that anybody could add carelessly does not pass', () => {
    const { status, stderr } = spawnSync(process.execPath, [join(import.meta.dirname, 'careless.mjs')], {
      encoding: 'utf8',
      env: { ...process.env, CDK_VALIDATION: 'true' },
    });
    expect(status).not.toBe(0);
    expect(stderr).toContain('AwsSolutions-S10');
  });

  test('every stage has the same stacks', () => {
    const names = readdirSync(directory).filter((file) => file.endsWith('.template.json'));
    const stacks = ['api', 'data', 'edge', 'identity', 'mail', 'monitoring', 'web', 'work'];
    const wanted = stageNames.flatMap((stage) => stacks.map((stack) => `regulars-${stage}-${stack}.template.json`));
    expect(names.sort()).toEqual(wanted.sort());
  });

  test('the same sources give the same templates', () => {
    const again = textsOf(freshAssembly().directory);
    const templates = [...textsOf(directory)].filter(([file]) => file.endsWith('.template.json'));
    for (const [file, text] of templates) expect([file, again.get(file)]).toEqual([file, text]);
  });

  test('a template holds no secret', () => {
    const suspicious = [...textsOf(directory)].filter(([, text]) =>
      /AKIA|BEGIN [A-Z ]*PRIVATE KEY|sk_(live|test)_/.test(text),
    );
    expect(suspicious.map(([file]) => file)).toEqual([]);
  });
});
