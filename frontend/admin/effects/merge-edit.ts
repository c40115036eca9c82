/**
 * Puts an edit on top of a newer record: what I changed stays mine, what I did not touch becomes theirs. `disputed`
 * names the fields that both of us changed, differently.
 */
export function mergeEdit<Fields extends Readonly<Record<keyof Fields, string>>>(
  opened: Fields,
  mine: Fields,
  theirs: Fields,
): { fields: Fields; disputed: (keyof Fields)[] } {
  const names = Object.keys(opened) as (keyof Fields)[];
  const iChanged = (name: keyof Fields) => mine[name] !== opened[name];
  const kept = Object.fromEntries(names.filter(iChanged).map((name) => [name, mine[name]]));
  return {
    fields: { ...theirs, ...kept },
    disputed: names.filter((name) => iChanged(name) && theirs[name] !== opened[name] && theirs[name] !== mine[name]),
  };
}
