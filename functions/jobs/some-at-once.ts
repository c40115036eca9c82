/** Clients of one page: what a run that dies goes through again. */
export const pageSize = 40;
/** Clients that are worked on at the same time. */
const atOnce = 8;

/** Works on some clients, a few side by side. One that fails fails them all: what was done is found done the next time. */
export async function someAtOnce<Result>(
  memberIds: readonly string[],
  one: (memberId: string) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  for (let start = 0; start < memberIds.length; start += atOnce) {
    results.push(...(await Promise.all(memberIds.slice(start, start + atOnce).map(one))));
  }
  return results;
}
