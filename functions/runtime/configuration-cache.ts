import { type Configuration, loadConfiguration } from '../store/configuration.ts';
import type { Table } from '../store/table.ts';

/** Seconds that a business's configuration is taken from memory: a change by the owner shows everywhere after that. */
export const freshForSeconds = 5;
/** Businesses remembered by one instance; beyond that the oldest is dropped. */
const mostBusinesses = 200;

export interface ConfigurationCache {
  /**
   * From memory when it is fresh, otherwise one query, however many ask at the same time. Undefined when there is no such
   * business.
   */
  get(slug: string): Promise<Configuration | undefined>;
  /** Always one query; remembered for `get`. For decisions that must see the newest catalogue. */
  reload(slug: string): Promise<Configuration | undefined>;
}

export function configurationCache(table: Table, uptime: () => number): ConfigurationCache {
  const known = new Map<string, { configuration: Configuration; since: number }>();
  const reload = async (slug: string) => {
    const configuration = await loadConfiguration(table, slug);
    known.delete(slug);
    if (configuration) known.set(slug, { configuration, since: uptime() });
    const oldest = known.keys().next().value;
    if (known.size > mostBusinesses && oldest !== undefined) known.delete(oldest);
    return configuration;
  };
  const asked = new Map<string, Promise<Configuration | undefined>>();
  const reloadOnce = (slug: string) => {
    const asking = asked.get(slug) ?? reload(slug).finally(() => asked.delete(slug));
    asked.set(slug, asking);
    return asking;
  };
  return {
    reload,
    async get(slug) {
      const hit = known.get(slug);
      return hit && uptime() - hit.since < freshForSeconds ? hit.configuration : reloadOnce(slug);
    },
  };
}
