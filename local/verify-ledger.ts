// Verifies a copy of the ledgers, on any computer and without a connection (docs/ledger.md). Ends with 0 when everything
// is as it was written, 1 when something is not, 2 when it could not look.
import { createReadStream } from 'node:fs';
import { faultText } from '../shared/domain/ledger-fault.ts';
import { type LedgerReport, LedgerVerifier } from '../shared/domain/verify-ledger.ts';

/** Faults that are listed one by one. */
const mostListed = 200;

const usage = `Usage: npm run verify-ledger -- <copy.json> [--root <root>]
  --root   a root that you wrote down: it must have closed a day of this copy.`;

async function reportOn(file: string): Promise<LedgerReport> {
  const verifier = new LedgerVerifier();
  let rest = '';
  for await (const piece of createReadStream(file, { encoding: 'utf8', highWaterMark: 1 << 20 })) {
    const lines = `${rest}${piece}`.split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) verifier.take(line);
  }
  if (rest !== '') verifier.take(rest);
  return verifier.end();
}

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

/** Prints what was found; true when nothing was. */
function tell({ business, accounts, entries, uncovered, roots, faults }: LedgerReport, root?: string): boolean {
  const sums = [
    counted(accounts, 'account', 'accounts'),
    counted(entries, 'entry', 'entries'),
    counted(roots.length, 'closed day', 'closed days'),
  ];
  console.log(`${business || 'An unknown business'}: ${sums.join(', ')}.`);
  const last = roots.at(-1);
  if (last) console.log(`Last closed day ${last.day}, root ${last.root}`);
  if (uncovered > 0) console.log(`Newer than the last closed day, so covered by no root yet: ${uncovered}.`);
  for (const fault of faults.slice(0, mostListed)) console.log(faultText(fault));
  if (faults.length > mostListed) console.log(`… and ${faults.length - mostListed} more`);
  const closed = roots.find((day) => day.root === root);
  if (root !== undefined) {
    console.log(`The root that you gave closed ${closed ? `${closed.day} of` : 'no day of'} this copy.`);
  }
  if (faults.length > 0) console.log(`NOT OK: ${counted(faults.length, 'fault', 'faults')}.`);
  else console.log('OK: every entry is as it was written, in its place, and adds up.');
  return faults.length === 0 && (root === undefined || closed !== undefined);
}

const [file, option, root, ...more] = process.argv.slice(2);
const isRoot = option === undefined || (option === '--root' && root !== undefined);
if (file === undefined || !isRoot || more.length > 0) {
  console.error(usage);
  process.exitCode = 2;
} else {
  try {
    process.exitCode = tell(await reportOn(file), root) ? 0 : 1;
  } catch (error) {
    console.error(`${file} cannot be read: ${error instanceof Error ? error.message : error}`);
    process.exitCode = 2;
  }
}
