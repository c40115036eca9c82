export interface Closable {
  close(): Promise<void> | void;
}

/** Collects what has been started, to close it in the opposite order, also when a later start fails. */
export interface Closing {
  add<T extends Closable>(one: T): T;
  close(): Promise<void>;
}

export function createClosing(): Closing {
  const open: Closable[] = [];
  return {
    add(one) {
      open.push(one);
      return one;
    },
    async close() {
      for (let one = open.pop(); one !== undefined; one = open.pop()) {
        // One service that cannot close must not keep the others running.
        await Promise.resolve(one.close()).catch((error: unknown) => console.error(error));
      }
    },
  };
}
