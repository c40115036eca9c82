/** What the platform's secret holds. */
export interface Keys {
  readonly apiKey: string;
  readonly webhookSecrets: readonly string[];
}

// Reading the secret costs more than a charge: a thousand charges a second must not read it a thousand times.
const heldFor = 1000;

/** Reads the secret at most once a second of real time, and anew for a key that it does not know: it may just be new. */
export function createKeys(read: () => Promise<Keys>, realNow: () => number = () => performance.now()) {
  let held: Keys | undefined;
  let readAt = 0;

  async function fresh(): Promise<Keys> {
    held = await read();
    readAt = realNow();
    return held;
  }
  const current = async () => (held !== undefined && realNow() - readAt < heldFor ? held : fresh());

  return {
    isApiKey: async (key: string): Promise<boolean> =>
      (await current()).apiKey === key || (await fresh()).apiKey === key,
    webhookSecrets: async (): Promise<readonly string[]> => (await current()).webhookSecrets,
  };
}
