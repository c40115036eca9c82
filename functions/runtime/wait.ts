/** Waits so many milliseconds: for a turn at a provider that allows only so many requests a second. */
export const wait = (milliseconds: number): Promise<void> =>
  milliseconds > 0 ? new Promise((resolve) => setTimeout(resolve, milliseconds)) : Promise.resolve();
