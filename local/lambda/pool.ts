import type { InvokeResult } from '../ports.ts';
import type { FunctionDefinition } from './definition.ts';
import { type OnLog, startThread, type Thread } from './thread.ts';

/** All running copies of one function. */
export interface Pool {
  invoke(event: string): Promise<InvokeResult & { readonly requestId: string }>;
  close(): Promise<void>;
}

/** Grows by one copy for each call that finds no free one, up to the definition's maximum; then calls wait in line. */
export function createPool(definition: FunctionDefinition, onLog: OnLog): Pool {
  const threads = new Set<Thread>();
  const free: Thread[] = [];
  const waiting: ((thread: Thread) => void)[] = [];
  let environment: Promise<Record<string, string>> | undefined;
  let starting = 0;

  async function start(): Promise<Thread> {
    starting += 1;
    try {
      environment ??= definition.environment();
      const thread = startThread(definition, await environment, onLog);
      threads.add(thread);
      return thread;
    } finally {
      starting -= 1;
    }
  }

  async function take(): Promise<Thread> {
    // The last one used is the warmest.
    for (let thread = free.pop(); thread !== undefined; thread = free.pop()) {
      if (thread.isUsable) return thread;
      threads.delete(thread);
    }
    if (threads.size + starting < definition.maximumWorkers) return start();
    return new Promise((resolve) => waiting.push(resolve));
  }

  async function give(thread: Thread): Promise<void> {
    if (!thread.isUsable) {
      threads.delete(thread);
      await thread.close();
    }
    const next = waiting.shift();
    if (next === undefined) {
      if (thread.isUsable) free.push(thread);
      return;
    }
    next(thread.isUsable ? thread : await start());
  }

  return {
    async invoke(event) {
      const thread = await take();
      const result = await thread.invoke(event);
      await give(thread);
      return result;
    },
    async close() {
      await Promise.all([...threads].map((thread) => thread.close()));
      threads.clear();
    },
  };
}
