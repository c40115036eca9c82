/** Lets long-polling receivers sleep until a message arrives for their queue. */
export function openWaitingRoom() {
  const sleepers = new Map<string, Set<() => void>>();
  return {
    /** Wakes everyone who waits for the queue. */
    wake(queue: string): void {
      for (const awake of [...(sleepers.get(queue) ?? [])]) awake();
    },
    /** Resolves on `wake`, after `milliseconds`, or when the caller hangs up: whichever comes first. */
    sleep(queue: string, milliseconds: number, hungUp: AbortSignal): Promise<void> {
      return new Promise((resolve) => {
        const here = sleepers.get(queue) ?? new Set();
        sleepers.set(queue, here);
        const awake = () => {
          clearTimeout(timer);
          hungUp.removeEventListener('abort', awake);
          here.delete(awake);
          resolve();
        };
        const timer = setTimeout(awake, milliseconds);
        hungUp.addEventListener('abort', awake);
        here.add(awake);
      });
    },
  };
}
