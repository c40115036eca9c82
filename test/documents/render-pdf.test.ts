import { deflateSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readLogo } from '../../functions/documents/logo.ts';
import { paperOf, renderPdf } from '../../functions/documents/render-pdf.ts';
import type { Files } from '../../functions/gateways/files.ts';
import type { Language, Locale } from '../../shared/domain/business.ts';
import type { Invoice } from '../../shared/domain/invoice.ts';
import type { Profile } from '../../shared/domain/member.ts';
import { lineOf } from '../../shared/domain/period-invoice.ts';
import { invoiceInWords } from '../../shared/wording/describe-invoice.ts';
import { tongueOf } from '../../shared/wording/words.ts';
import { monthOf, paidInvoice, salesTax, services, vat, viewOf } from '../support/invoices.ts';
import { readPdf } from '../support/pdf-text.ts';
import { pngOf } from '../support/png.ts';

interface Given {
  readonly locale?: Locale;
  readonly language?: Language;
  readonly person?: Partial<Profile>;
  readonly name?: string;
  readonly logo?: { readonly bytes: Uint8Array; readonly type: 'png' | 'jpg' };
}

function paperFor(invoice: Invoice, { locale = 'en-US', language = 'en', person = {} }: Given = {}) {
  const tongue = tongueOf(language, locale);
  return invoiceInWords(viewOf(invoice, person), {
    services,
    tongue,
    timeZone: 'America/New_York',
    contact: { email: 'hello@example.com', phone: '+12125550123' },
    portal: 'https://aurora.example/portal',
  });
}

const render = (invoice: Invoice, given: Given = {}) =>
  renderPdf(paperFor(invoice, given), {
    name: given.name ?? 'Aurora Spa',
    colour: '#e8b4c8',
    logo: given.logo,
    locale: tongueOf(given.language ?? 'en', given.locale ?? 'en-US').locale,
    paper: paperOf(given.locale ?? 'en-US'),
    compress: false,
  });
const read = async (invoice: Invoice, given: Given = {}) => readPdf(await render(invoice, given));

const month = paidInvoice([monthOf('Glow', 8900, salesTax)], 'USD');
const logo = { bytes: pngOf(12, 4), type: 'png' } as const;

// 003-033, 004-042
test('everything that the paper says stands in the PDF, in its order', async () => {
  const paper = paperFor(month);
  const { text } = await read(month);
  const said = [
    ...paper.seller,
    paper.title,
    paper.state,
    ...paper.facts.flat(),
    ...paper.rows.flatMap(({ description, detail = '', amount }) => [description, detail, amount]),
    ...paper.totals.flatMap(({ label, amount }) => [label, amount]),
    ...(paper.granted?.lines ?? []),
    ...(paper.cancel?.lines ?? []),
    'Page 1 of 1',
  ];
  let from = 0;
  for (const words of said) {
    const at = text.indexOf(words, from);
    expect([words, at >= from]).toEqual([words, true]);
    from = at + words.length;
  }
});

test('the same receipt is the same file, also with a logo', async () => {
  const [one, two] = [await render(month, { logo }), await render(month, { logo })];
  expect(Buffer.compare(one, two)).toBe(0);
  expect(await render({ ...month, number: 124 }, { logo })).not.toEqual(one);
});

test('the sheet is the one that printers there hold', async () => {
  const sizeIn = async (locale: Locale) => {
    const [page] = (await read(month, { locale })).pages;
    return [Math.round(page?.width ?? 0), Math.round(page?.height ?? 0)];
  };
  expect(await sizeIn('en-US')).toEqual([612, 792]);
  expect(await sizeIn('en-CA')).toEqual([612, 792]);
  expect(await sizeIn('en-GB')).toEqual([595, 842]);
  expect(await sizeIn('de-CH')).toEqual([595, 842]);
});

// Rule 17
describe('the PDF can be read aloud', () => {
  test('it has a title, a language, and says that it is PDF/UA', async () => {
    const { raw } = await read(month, { language: 'de' });
    expect(raw).toContain('/Lang (de-DE)');
    expect(raw).toContain('/DisplayDocTitle true');
    expect(raw).toContain('/Marked true');
    expect(raw).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect(raw).toContain('Beleg AURORA-000123');
  });

  test('every word is tagged in reading order, or belongs to the page and not to the text', async () => {
    const { runs, raw } = await read(month, { logo });
    const tags = (text: string) => runs.filter((run) => run.text === text).map(({ tag }) => tag);
    expect(tags('Receipt AURORA-000123')).toEqual(['H1']);
    expect(tags('Amount')).toEqual(['TH']);
    expect(tags('$89.00')).toEqual(['TD', 'TD']);
    expect(tags('Total')).toEqual(['TH']);
    expect(tags('How to cancel')).toEqual(['H2']);
    expect(tags('Page 1 of 1')).toEqual(['Artifact']);
    expect(runs.filter(({ tag }) => tag === '')).toEqual([]);
    for (const role of ['Document', 'Table', 'TR', 'L', 'LI', 'Figure']) expect(raw).toContain(`/S /${role}\n`);
    expect(raw).toContain('/Scope /Column');
    expect(raw).toContain('/Alt (Aurora Spa)');
  });

  test('only fonts that travel with it are used', async () => {
    const { raw } = await read(month);
    expect([...raw.matchAll(/\/BaseFont \/(\S+)/g)].every(([, name]) => /^[A-Z]{6}\+Inter-/.test(name ?? ''))).toBe(
      true,
    );
    expect(raw.match(/\/FontFile2 \d+ 0 R/g)).toHaveLength(2);
  });
});

test.each([
  ['Олександра', 'Ґалаґан-Їжакевич'],
  ['Şebnem', 'İğdecioğlu'],
  ['Grażyna', 'Żółć'],
  ['Ελένη', 'Παπαδοπούλου'],
  ['Nguyễn', 'Thị Hồng'],
  ['Dvořák', 'Ťažký'],
])('the name %s %s is written as its owner writes it', async (firstName, lastName) => {
  const { text, runs } = await read(month, { person: { firstName, lastName } });
  expect(text).toContain(`${firstName} ${lastName}`);
  expect(runs.filter((run) => run.text.includes('\0'))).toEqual([]);
});

test('pictures in a plan’s name are left out, its words are not', async () => {
  const { text } = await read(paidInvoice([monthOf('Glow ✨ Plus ❤️ 1️⃣', 8900)], 'USD'));
  expect(text).toContain('\nGlow Plus 1\n');
});

describe('nothing runs over', () => {
  /** What lies outside the margins, and what lies on something else. */
  function faults({ pages, runs }: ReturnType<typeof readPdf>): string[] {
    const outside = runs.filter(({ page, x, y, width }) => {
      const { width: paper = 0, height = 0 } = pages[page] ?? {};
      return x < 55 || x + width > paper - 54 || y < 20 || y > height - 10;
    });
    const overlapping = runs.filter((a, at) =>
      runs
        .slice(at + 1)
        .some(
          (b) =>
            a.page === b.page &&
            Math.abs(a.y - b.y) < Math.min(a.size, b.size) * 0.7 &&
            a.x < b.x + b.width - 3 &&
            b.x < a.x + a.width - 3,
        ),
    );
    return [...outside.map(({ text }) => `outside: ${text}`), ...overlapping.map(({ text }) => `overlaps: ${text}`)];
  }

  const items = (count: number, text: string) =>
    Array.from({ length: count }, (_, n) =>
      lineOf({ kind: 'item', text: `${n} ${text}`.slice(0, 120) }, 199_999_00, vat),
    );

  test('twenty lines of the longest words take three pages, each with the names of the columns and its number', async () => {
    const pdf = await read(
      paidInvoice(items(20, 'W'.repeat(120)), 'CHF', {
        grants: [],
        seller: {
          name: 'M'.repeat(120),
          address: Array.from({ length: 150 }, () => 'x').join('\n'),
          taxId: 'W'.repeat(40),
        },
      }),
      {
        locale: 'de-CH',
        language: 'de',
        name: 'W'.repeat(80),
        person: { firstName: 'W'.repeat(60), lastName: 'W'.repeat(60) },
      },
    );
    expect(faults(pdf)).toEqual([]);
    expect(pdf.pages).toHaveLength(3);
    for (const page of [1, 2, 3]) expect(pdf.text).toContain(`Seite ${page} von 3`);
    const again = pdf.runs.filter(({ text, page }) => text.trim() === 'Leistung' && page > 0);
    expect(again.map(({ tag }) => tag)).toEqual(['Artifact', 'Artifact']);
  });

  test('whatever the names, lines and addresses are', async () => {
    const word = fc.string({
      unit: fc.constantFrom('a', 'W', ' ', 'ß', 'Щ', '.', '-', 'İ'),
      minLength: 1,
      maxLength: 120,
    });
    const cases = fc.record({
      texts: fc.array(word, { minLength: 1, maxLength: 20 }),
      first: word,
      seller: word,
      address: fc.array(word, { maxLength: 12 }),
      locale: fc.constantFrom<Locale>('en-US', 'en-GB', 'de-DE', 'de-CH'),
    });
    await fc.assert(
      fc.asyncProperty(cases, async ({ texts, first, seller, address, locale }) => {
        const lines = texts.map((text) => lineOf({ kind: 'item', text }, 8900, vat));
        const written = {
          name: seller,
          ...(address.length === 0 ? {} : { address: address.join('\n').slice(0, 300) }),
        };
        const pdf = await read(paidInvoice(lines, 'EUR', { seller: written }), {
          locale,
          person: { firstName: first.slice(0, 60) },
        });
        expect(faults(pdf)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test('the check finds what runs over', () => {
    const run = { page: 0, x: 500, y: 100, size: 10, width: 200, text: 'a', tag: 'P' };
    const pages = [{ width: 595, height: 842, content: '' }];
    const pdf = { raw: '', text: '', pages, runs: [run, { ...run, x: 480, width: 40, text: 'b' }] };
    expect(faults(pdf)).toEqual(['outside: a', 'overlaps: a']);
  });
});

describe('the logo', () => {
  const media = (bytes: Uint8Array | undefined): Files => ({ read: async () => bytes }) as unknown as Files;

  test('stands in place of the name', async () => {
    const { runs, raw } = await read(month, { logo });
    expect(runs.filter(({ size }) => size === 17)).toEqual([]);
    expect(raw).toContain('/Subtype /Image');
  });

  test.each([
    ['nothing of an image', new Uint8Array([1, 2, 3])],
    ['a PNG whose pixels are broken', pngOf(12, 4, Buffer.from('broken'))],
    ['a PNG that ends early', pngOf(12, 4).subarray(0, 40)],
    ['an image with more pixels than can be held', pngOf(4000, 4000, deflateSync(Buffer.alloc(10)))],
  ])('that is %s gives way to the name', async (_name, bytes) => {
    const { runs } = await read(month, { logo: { bytes, type: 'png' } });
    expect(runs.filter(({ size }) => size === 17).map(({ text }) => text)).toEqual(['Aurora Spa']);
  });

  test('is read when it is a PNG or a JPEG; a WebP cannot be held by a PDF', async () => {
    const bytes = logo.bytes;
    expect(await readLogo(media(bytes), 'media/aurora/upl_1.png')).toEqual({ bytes, type: 'png' });
    expect(await readLogo(media(bytes), 'media/aurora/upl_1.jpg')).toEqual({ bytes, type: 'jpg' });
    expect(await readLogo(media(bytes), 'media/aurora/upl_1.webp')).toBeUndefined();
    expect(await readLogo(media(undefined), 'media/aurora/upl_1.png')).toBeUndefined();
    expect(await readLogo(media(bytes), undefined)).toBeUndefined();
  });
});
