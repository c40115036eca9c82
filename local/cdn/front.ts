import type { Handle, HttpRequest } from '../http/message.ts';
import type { DistributionDefinition } from './definition.ts';

export interface Placement {
  readonly definition: Pick<DistributionDefinition, 'aliases'>;
  readonly handle: Handle;
}

/** `glow.localhost:4000` → `glow`; `localhost` → empty; undefined for a host that is not this laptop. */
function labelOf(host: string): string | undefined {
  const name = host.replace(/:\d+$/, '').toLowerCase();
  if (['localhost', '127.0.0.1', '[::1]'].includes(name)) return '';
  return name.endsWith('.localhost') ? name.slice(0, -'.localhost'.length) : undefined;
}

// Where AWS has `glow.<domain>`, the laptop has `glow.localhost`: the first label decides.
function answersTo(aliases: readonly string[], label: string): 'by name' | 'by wildcard' | 'no' {
  const first = aliases.map((alias) => alias.split('.')[0]);
  if (first.includes(label)) return 'by name';
  return first.includes('*') || aliases.length === 0 ? 'by wildcard' : 'no';
}

/**
 * The viewer's side: the console on plain `localhost`, every business on its own name below it.
 *
 * @param ofTheConsole whether the console answers this request on plain `localhost`; the rest is the distribution's.
 */
export function createFront(
  placements: readonly Placement[],
  console: Handle,
  ofTheConsole: (request: HttpRequest) => boolean,
): Handle {
  return async (request) => {
    const label = labelOf(request.headers.host ?? '');
    if (label === undefined) {
      // Also a shield: a page elsewhere could point a name of its own at this machine and read the console.
      const body = Buffer.from('This laptop answers to localhost and to names that end in .localhost.\n');
      return { status: 421, headers: { 'content-type': 'text/plain' }, body };
    }
    if (label === '' && ofTheConsole(request)) return console(request);
    const match = (kind: string) => placements.find(({ definition }) => answersTo(definition.aliases, label) === kind);
    const placement = match('by name') ?? match('by wildcard') ?? placements[0];
    if (placement === undefined) throw new Error('The assembly has no distribution.');
    return placement.handle(request);
  };
}
