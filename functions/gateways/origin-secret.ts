import { secretValues } from './secret-values.ts';

/** The values that prove that a request came through CloudFront: the current one, and the one before while it rotates. */
export type OriginSecret = () => Promise<readonly string[]>;

/** Reads both values from Secrets Manager and remembers them. `uptime` is in seconds. */
export const originSecret = (secretId: string, uptime: () => number): OriginSecret => secretValues(secretId, uptime);
