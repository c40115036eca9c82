/** One run of text as it stands on a page; points, `y` is the base line counted from the top. */
export interface Run {
  readonly page: number;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  /** Without spaces at the end. */
  readonly width: number;
  readonly text: string;
  /** H1, P, TH …, or Artifact. */
  readonly tag: string;
}

/** An uncompressed PDF taken apart: its objects, its pages and the text on them. */
export function readPdf(bytes: Uint8Array) {
  const raw = Buffer.from(bytes).toString('latin1');
  const objects = new Map(
    [...raw.matchAll(/^(\d+) 0 obj\n([\s\S]*?)\nendobj/gm)].map(([, id, body]) => [id, body ?? '']),
  );
  const at = (id: string | undefined): string => objects.get(id ?? '') ?? '';
  const referenced = (body: string, name: string) => at(new RegExp(`/${name} (?:\\[)?(\\d+) 0 R`).exec(body)?.[1]);

  const fonts = new Map(
    [...raw.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name = '', id]) => {
      const widths =
        /\/W \[0 \[([^\]]*)/
          .exec(referenced(at(id), 'DescendantFonts'))?.[1]
          ?.split(' ')
          .map(Number) ?? [];
      const codes = [...referenced(at(id), 'ToUnicode').matchAll(/\[((?:<[^>]*> ?)+)\]/g)].flatMap(([, list = '']) =>
        [...list.matchAll(/<([^>]*)>/g)].map(([, code = '']) => unicode(code)),
      );
      return [name, { widths, codes }] as const;
    }),
  );

  const root = [...objects.values()].find((body) => body.includes('/Type /Pages')) ?? '';
  const kids = [...(/\/Kids \[([^\]]*)\]/.exec(root)?.[1] ?? '').matchAll(/(\d+) 0 R/g)].map(([, id]) => at(id));
  const pages = kids.map((page) => {
    const [, , width = 0, height = 0] = /\/MediaBox \[([^\]]*)\]/.exec(page)?.[1]?.split(' ').map(Number) ?? [];
    return { width, height, content: referenced(page, 'Contents') };
  });

  const runs = pages.flatMap(({ content, height }, index) => {
    let tag = '';
    return [...content.matchAll(/\/(\w+) <<[^>]*>> BDC|\/(\w+) BMC|BT\n([\s\S]*?)\nET/g)].flatMap(
      ([, tagged, bare, text]): Run[] => {
        tag = tagged ?? bare ?? tag;
        if (text === undefined) return [];
        const [, x = '', y = ''] = /1 0 0 1 (\S+) (\S+) Tm/.exec(text) ?? [];
        const [, name = '', size = ''] = /\/(F\d+) (\S+) Tf/.exec(text) ?? [];
        const font = fonts.get(name);
        const shown = [...text.matchAll(/<([0-9a-f]*)> (\S+?)[\s\]]/g)].flatMap(([, hex = '', closer]) => {
          const ids = (hex.match(/.{4}/g) ?? []).map((id) => Number.parseInt(id, 16));
          return ids.map((id, at) => ({
            letter: font?.codes[id] ?? '?',
            width: ((font?.widths[id] ?? 0) - (at === ids.length - 1 ? Number(closer) : 0)) * (Number(size) / 1000),
          }));
        });
        const written = shown.map(({ letter }) => letter).join('');
        const width = shown.slice(0, written.trimEnd().length).reduce((sum, one) => sum + one.width, 0);
        return [{ page: index, x: Number(x), y: height - Number(y), size: Number(size), width, text: written, tag }];
      },
    );
  });
  return { raw, pages, runs, text: runs.map(({ text }) => text.trim()).join('\n') };
}

const unicode = (hex: string): string =>
  String.fromCharCode(
    ...hex
      .split(' ')
      .filter((unit) => unit !== '')
      .map((unit) => Number.parseInt(unit, 16)),
  );
