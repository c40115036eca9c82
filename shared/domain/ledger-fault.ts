import type { Finding, Place } from './ledger-finding.ts';
import type { LocalDate } from './time.ts';

/** Something that is wrong with an export, and where: the line of the file, and what stands or should stand there. */
export interface LedgerFault extends Place {
  readonly line: number;
  readonly day?: LocalDate | undefined;
  readonly what: string;
}

/** A fault of what the entries mean, which no single line is to blame for. */
export const faultOf = (line: number, { invariant, detail, ...place }: Finding): LedgerFault => ({
  line,
  ...place,
  what: `${detail} (${invariant})`,
});

/** A fault as one line of text: “line 12: credits of mbr_…, entry 7: is not as it was written”. */
export function faultText({ line, ledger, memberId, bucketId, sequence, day, what }: LedgerFault): string {
  const names = [
    ...(memberId === undefined ? [] : [`${ledger === 'money' ? 'account credit' : 'credits'} of ${memberId}`]),
    ...(bucketId === undefined ? [] : [`grant ${bucketId}`]),
    ...(sequence === undefined ? [] : [`entry ${sequence}`]),
    ...(day === undefined ? [] : [`the closed day ${day}`]),
  ];
  return `line ${line}: ${[...(names.length === 0 ? [] : [names.join(', ')]), what].join(': ')}`;
}
