import type { InvokeResult } from '../ports.ts';
import type { FunctionDefinition } from './definition.ts';
import { type OnLog, startThread, type Thread } from './thread.ts';

/** All running copies of one function. */
export interface Pool {
  invoke(event: string): Promise<InvokeResult & { readonly requestId: string }>;
  close(): Promise<void>;
}

const patience = 20;
const idleUntilClosed = 30_000;

/**
 * Starts the first copy at once, and one more whenever a call has waited a moment for a free one, up to the
 * definition's maximum. One at a time: several loading at once on a laptop's few processors would all be late.
 */
export function createPool(definition: FunctionDefinition, onLog: OnLog): Pool {
  const threads = new Set<Thread>();
  const free: { readonly thread: Thread; readonly since: number }[] = [];
  const waiting: ((thread: Thread) => void)[] = [];
  let environment: Promise<Record<string, string>> | undefined;
  let isLoading = false;
  let growth: NodeJS.Timeout | undefined;

  function grow(): void {
    if (isLoading || growth !== undefined || waiting.length === 0 || threads.size >= definition.maximumWorkers) return;
    growth = setTimeout(
      () => {
        growth = undefined;
        if (waiting.length > 0) void start();
      },
      threads.size === 0 ? 0 : patience,
    );
  }

  async function start(): Promise<void> {
    isLoading = true;
    environment ??= definition.environment();
    const thread = startThread(definition, await environment, onLog);
    threads.add(thread);
    hand(thread);
  }

  function hand(thread: Thread): void {
    const next = waiting.shift();
    if (next === undefined) free.push({ thread, since: performance.now() });
    else next(thread);
  }

  function take(): Promise<Thread> {
    // The last one used is the warmest.
    for (let found = free.pop(); found !== undefined; found = free.pop()) {
      if (found.thread.isUsable) return Promise.resolve(found.thread);
      threads.delete(found.thread);
    }
    return new Promise((resolve) => {
      waiting.push(resolve);
      grow();
    });
  }

  function give(thread: Thread): void {
    // Its first answer is here, so it has loaded; the next one may.
    isLoading = false;
    if (thread.isUsable) hand(thread);
    else {
      threads.delete(thread);
      void thread.close();
    }
    grow();
  }

  const shrinking = setInterval(() => {
    while (free.length > 1 && performance.now() - (free[0]?.since ?? 0) > idleUntilClosed) {
      const oldest = free.shift()?.thread;
      if (oldest === undefined) return;
      threads.delete(oldest);
      void oldest.close();
    }
  }, idleUntilClosed / 3);
  shrinking.unref();

  return {
    async invoke(event) {
      const thread = await take();
      const result = await thread.invoke(event);
      give(thread);
      return result;
    },
    async close() {
      clearInterval(shrinking);
      clearTimeout(growth);
      await Promise.all([...threads].map((thread) => thread.close()));
      threads.clear();
    },
  };
}
