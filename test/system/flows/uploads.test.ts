import { beforeAll, describe, expect, test } from '@jest/globals';
import { newKey, openSalon, type Scenario } from '../../support/scenario.ts';
import { sharedSystem } from '../../support/system.ts';
import { pdf, upload } from '../../support/upload.ts';

const system = sharedSystem();
let salon: Scenario;
let memberId: string;

beforeAll(async () => {
  salon = await openSalon(system);
  memberId = await salon.addClient();
});

const svg = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]);

describe('A PDF on the client’s profile', () => {
  // 002-024
  const ask = () =>
    salon.owner.client.createDocumentUpload({
      path: { memberId },
      body: { name: 'Einverständnis.pdf' },
      idempotencyKey: newKey(),
    });
  const confirm = (documentId: string) =>
    salon.owner.client.confirmDocument({ path: { memberId, documentId }, body: {} });

  test('is uploaded, confirmed, listed and opened', async () => {
    const { documentId, form } = await ask();
    expect(await upload(form, pdf)).toBe(204);
    const document = await confirm(documentId);
    expect(document).toMatchObject({ name: 'Einverständnis.pdf', state: 'stored', bytes: pdf.length });
    const { items } = await salon.owner.client.listDocuments({ path: { memberId }, query: {} });
    expect(items.map((item) => item.documentId)).toContain(documentId);
    const { url } = await salon.owner.client.openDocument({ path: { memberId, documentId } });
    const opened = await fetch(url);
    expect(opened.headers.get('content-disposition')).toMatch(/^attachment; /);
    expect(new Uint8Array(await opened.arrayBuffer())).toEqual(pdf);
  });

  test('is not there before its bytes are', async () => {
    const { documentId } = await ask();
    await expect(confirm(documentId)).rejects.toMatchObject({ problem: { code: 'upload_missing' } });
    const { items } = await salon.owner.client.listDocuments({ path: { memberId }, query: {} });
    expect(items.map((item) => item.documentId)).not.toContain(documentId);
  });

  test('must be a PDF, whatever it is called', async () => {
    const { documentId, form } = await ask();
    expect(await upload(form, svg, { 'Content-Type': 'image/svg+xml' })).toBe(403);
    expect(await upload(form, svg)).toBe(204);
    await expect(confirm(documentId)).rejects.toMatchObject({ problem: { code: 'upload_wrong_type' } });
  });

  test('is 10 MB at most', async () => {
    const { form } = await ask();
    const large = new Uint8Array(10 * 1024 * 1024 + 1);
    large.set(pdf);
    expect(await upload(form, large)).toBe(400);
  });
});

describe('The logo', () => {
  // 003-069
  const ask = () => salon.owner.client.createLogoUpload({ body: { contentType: 'image/png' } });

  test('is shown at an address of its own', async () => {
    const { uploadId, form } = await ask();
    expect(await upload(form, png)).toBe(204);
    const { business } = await salon.owner.client.setLogo({ body: { uploadId } });
    const shown = await fetch(`${system.url}/media/${business.brand.logo}`);
    expect([shown.status, shown.headers.get('content-type')]).toEqual([200, 'image/png']);
  });

  test('cannot be an SVG: those can carry scripts', async () => {
    const { uploadId, form } = await ask();
    expect(await upload(form, svg, { 'Content-Type': 'image/svg+xml' })).toBe(403);
    expect(await upload(form, svg)).toBe(204);
    const set = salon.owner.client.setLogo({ body: { uploadId } });
    await expect(set).rejects.toMatchObject({ problem: { code: 'upload_wrong_type' } });
    const asked = salon.owner.client.createLogoUpload({ body: { contentType: 'image/svg+xml' as 'image/png' } });
    await expect(asked).rejects.toMatchObject({ problem: { code: 'malformed_request' } });
  });

  test('is 512 kB at most', async () => {
    const { form } = await ask();
    const large = new Uint8Array(512 * 1024 + 1);
    large.set(png);
    expect(await upload(form, large)).toBe(400);
  });
});
