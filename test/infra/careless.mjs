// Synthesizes a bucket that nobody thought about, with the rule packs: this must fail.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Stack } from 'aws-cdk-lib';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { regulars } from '../../infra/regulars.ts';

const outdir = mkdtempSync(join(tmpdir(), 'careless-'));
const app = regulars({ stages: [], functionsFolder: '', webFolder: '', outdir });
new Bucket(new Stack(app, 'careless'), 'Bucket');
app.synth();
