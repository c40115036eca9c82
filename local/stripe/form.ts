/** Form-encoded parameters with their brackets resolved: `a[b][0]=x` is `{ a: { b: { 0: 'x' } } }`. */
export type Form = { [name: string]: Form | string };

const unsafe = new Set(['__proto__', 'constructor', 'prototype']);

/** Reads a query string or a form-encoded body; of a name that is given twice the last value counts. */
export function parseForm(text: string): Form {
  const form: Form = {};
  for (const [name, value] of new URLSearchParams(text)) put(form, segments(name), value);
  return form;
}

/** The same for every order of the parameters: what the comparison of two requests under one key looks at. */
export function fingerprint(text: string): string {
  const pairs = [...new URLSearchParams(text)].map(([name, value]) => `${name}=${value}`);
  return pairs.sort().join('\n');
}

function segments(name: string): string[] {
  const open = name.indexOf('[');
  if (open <= 0 || !name.endsWith(']')) return [name];
  return [name.slice(0, open), ...name.slice(open + 1, -1).split('][')];
}

function put(form: Form, path: readonly string[], value: string): void {
  let here = form;
  for (const [index, segment] of path.entries()) {
    // `expand[]=x` names the next place of a list.
    const name = segment === '' && index > 0 ? String(Object.keys(here).length) : segment;
    if (unsafe.has(name)) return;
    if (index === path.length - 1) {
      here[name] = value;
      return;
    }
    const inner = here[name];
    const next: Form = typeof inner === 'object' ? inner : {};
    here[name] = next;
    here = next;
  }
}
