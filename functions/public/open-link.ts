import { type LinkFor, type LinkPurpose, linkState } from '../../shared/domain/link.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import { type LoadedLink, loadLink } from '../store/link-rows.ts';
import type { Stored } from '../store/stored.ts';
import type { Visit } from './visit.ts';

/** A link that works, for what it is meant for. */
export interface OpenLink<Purpose extends LinkPurpose> extends LoadedLink {
  readonly link: Stored<LinkFor<Purpose>>;
}

/** Refusals: `link_not_valid` for a token that is unknown or for something else, `link_used`, `link_expired`. */
export async function openLink<Purpose extends LinkPurpose>(
  { instance, slug, at }: Pick<Visit, 'instance' | 'slug' | 'at'>,
  token: string,
  purpose: Purpose,
): Promise<OpenLink<Purpose>> {
  const loaded = await loadLink(instance.table, slug, token);
  if (!loaded || !isFor(loaded, purpose)) throw new Refusal('link_not_valid');
  const state = linkState(loaded.link.value, loaded, at);
  if (state !== 'valid') throw new Refusal(state === 'used' ? 'link_used' : 'link_expired');
  return loaded;
}

const isFor = <Purpose extends LinkPurpose>(loaded: LoadedLink, purpose: Purpose): loaded is OpenLink<Purpose> =>
  loaded.link.value.purpose === purpose;
