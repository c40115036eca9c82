import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, jest, test } from '@jest/globals';
import { Stack } from 'aws-cdk-lib';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { regulars } from '../../infra/regulars.ts';
import { stageNames } from '../../infra/stages.ts';
import { synthesize } from './assembly.ts';

const { directory } = synthesize({ checked: true });

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
    const quiet = jest.spyOn(console, 'error').mockReturnValue(undefined);
    const app = regulars({
      stages: [],
      functionsFolder: '',
      webFolder: '',
      outdir: mkdtempSync(join(tmpdir(), 'careless-')),
    });
    new Bucket(new Stack(app, 'careless'), 'Bucket');
    expect(() => app.synth()).toThrow(/AwsSolutions-S10/);
    quiet.mockRestore();
  });

  test('every stage has the same stacks', () => {
    const names = readdirSync(directory).filter((file) => file.endsWith('.template.json'));
    const stacks = ['api', 'data', 'edge', 'identity', 'mail', 'monitoring', 'web', 'work'];
    const wanted = stageNames.flatMap((stage) => stacks.map((stack) => `regulars-${stage}-${stack}.template.json`));
    expect(names.sort()).toEqual(wanted.sort());
  });

  test('the same sources give the same templates', () => {
    const again = textsOf(synthesize().directory);
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
