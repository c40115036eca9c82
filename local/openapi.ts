// Writes docs/openapi.json from the contract. A test fails when the file is stale.
import { writeFileSync } from 'node:fs';
import { openApi } from '../shared/contract/openapi.ts';

writeFileSync(new URL('../docs/openapi.json', import.meta.url), `${JSON.stringify(openApi(), null, 2)}\n`);
