import { namedEdge } from './named-edge.ts';
import { namedWork } from './named-work.ts';
import { arn, type Describe, named, type Physical, type Read } from './names.ts';
import type { Placed } from './template.ts';

/** Resource types whose names reach running code. Everything else gets the generic description below. */
const described: Readonly<Record<string, Describe>> = { ...namedWork, ...namedEdge };

const nameProperties = [
  'Name',
  'LogGroupName',
  'AlarmName',
  'DashboardName',
  'BackupVaultName',
  'PolicyName',
  'AliasName',
];

// Resources without a local effect are named so that a policy or an alarm that mentions them still resolves.
const generic: Describe = (placed, read) => {
  const property = nameProperties.find((candidate) => typeof read(candidate) === 'string');
  const ref = named(placed, read, property ?? 'Name');
  const service = (placed.resource.Type.split('::')[1] ?? 'local').toLowerCase();
  return { ref, attributes: { Arn: arn(placed, service, ref) } };
};

/**
 * Names one resource as CloudFormation would, deterministically, so that a restart finds the same names.
 *
 * @param queueUrl gives the address of a local queue; called only when a queue's `Ref` is read.
 */
export function describePhysical(placed: Placed, read: Read, queueUrl: (name: string) => string): Physical {
  return (described[placed.resource.Type] ?? generic)(placed, read, queueUrl);
}

/** True when attributes of this type are known exactly; an attribute of any other type is only a placeholder. */
export function isDescribed(type: string): boolean {
  return type in described;
}
