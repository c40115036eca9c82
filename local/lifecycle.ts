// Writes docs/lifecycle.md from the table of states and events. A test fails when the file is stale.
import { writeFileSync } from 'node:fs';
import { lifecyclePage } from './lifecycle-page.ts';

writeFileSync(new URL('../docs/lifecycle.md', import.meta.url), lifecyclePage());
