import { expect, test } from '@jest/globals';
import { estimatePdf } from '../../functions/documents/estimate-pdf.ts';
import { estimateView } from '../../functions/views/estimate-view.ts';
import type { Language } from '../../shared/domain/business.ts';
import { offeredLines, writeEstimate } from '../../shared/domain/estimate-offer.ts';
import { totalOf } from '../../shared/domain/period-invoice.ts';
import { estimateInWords } from '../../shared/wording/describe-estimate.ts';
import { tongueOf } from '../../shared/wording/words.ts';
import { configuration, memberId, profile, salesTax } from '../support/invoices.ts';

// 004-044, 004-047

const lines = [
  { text: 'Bridal hair', quantity: 1, each: 18_000 },
  { text: 'Bridesmaid hair', quantity: 3, each: 4_500 },
];
const estimate = writeEstimate(
  { title: 'Bridal package', lines, remark: 'At your home.\n\nAllow three hours.', validUntil: '2026-06-04' },
  totalOf(offeredLines(lines, salesTax)),
  12,
  {
    estimateId: 'est_01JAB000000000000000000001',
    memberId,
    staffId: 'stf_01JAB000000000000000000001',
    seller: { name: 'Aurora Spa LLC', address: '12 Harbor Street' },
    currency: 'USD',
    tax: salesTax,
    at: Date.UTC(2026, 4, 4, 12),
    today: '2026-05-04',
  },
);
const today = '2026-05-05';
const paperIn = (language: Language) =>
  estimateInWords(estimateView(estimate, profile, { configuration, today }), tongueOf(language, 'en-US'));

test.each(['en', 'de'] as const)(
  'in %s nobody takes an estimate for an invoice, and its amounts add up',
  (language) => {
    const paper = paperIn(language);
    const words = { en: ['Estimate', 'This is not an invoice.'], de: ['Kostenvoranschlag', 'Das ist keine Rechnung.'] };
    expect(paper.title).toBe(`${words[language][0]} AURORA-E-000012`);
    expect(paper.state).toContain(words[language][1]);
    expect(paper.rows.map(({ detail }) => detail)).toEqual([undefined, expect.stringMatching(/^3 × .*45/)]);
    // Net, tax, total; nothing that was paid or is to be paid.
    expect(paper.totals).toHaveLength(3);
    expect(paper.remark?.lines).toEqual(['At your home.', 'Allow three hours.']);
    expect([paper.granted, paper.refunds, paper.cancel]).toEqual([undefined, undefined, undefined]);
  },
);

test('its PDF is named after it and begins as one', async () => {
  const media = { read: async () => undefined } as never;
  const file = await estimatePdf({ media }, { estimate, profile, configuration, today, language: 'en' });
  expect(file.fileName).toBe('Estimate AURORA-E-000012.pdf');
  expect(Buffer.from(file.base64, 'base64').subarray(0, 8).toString()).toBe('%PDF-1.7');
});
