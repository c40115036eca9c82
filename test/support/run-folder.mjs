// A folder for what the suites of one run share; `REGULARS_TEST_RUN` names it.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export default function setUp() {
  process.env.REGULARS_TEST_RUN = mkdtempSync(join(tmpdir(), 'regulars-run-'));
}
