/** Seconds since this instance started; only ever goes forward, whatever the wall clock does. */
export const uptime = (): number => performance.now() / 1000;
