const key = 'profile';

/** Which of several profiles this tab shows. Kept for the tab only: the next person at the tablet chooses again. */
export const profileChoice = {
  get: (): string | undefined => sessionStorage.getItem(key) ?? undefined,
  set: (memberId: string): void => sessionStorage.setItem(key, memberId),
  forget: (): void => sessionStorage.removeItem(key),
};

/** The profile to show: the only one, or the chosen one while the login still may open it. */
export function shownProfile<P extends { readonly memberId: string }>(
  profiles: readonly P[],
  chosen: string | undefined,
): P | undefined {
  return profiles.length === 1 ? profiles[0] : profiles.find(({ memberId }) => memberId === chosen);
}
