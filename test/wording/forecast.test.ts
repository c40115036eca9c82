import { expect, test } from '@jest/globals';
import { LossCause } from '../../shared/domain/loss-forecast.ts';
import { lastingInWords, lossesInWords, shareOfLine } from '../../shared/wording/describe-forecast.ts';
import { tongueOf } from '../../shared/wording/words.ts';

const serviceId = 'svc_00000000000000000000000001';
const services = [{ serviceId, name: 'Facial', oneVisit: 'facial visit', visits: 'facial visits' }];
const visits = (units: number) => ({ kind: 'visits' as const, serviceIds: [serviceId], units });
const money = { kind: 'allowance' as const, serviceIds: [serviceId], units: 4000 };
const context = (language: 'en' | 'de', locale: 'en-IE' | 'de-DE') => ({
  currency: 'EUR' as const,
  services,
  tongue: tongueOf(language, locale),
});
const plain = (text: string) => text.replace(/\u00a0/g, ' ');

// 000-013: what goes is named with its units; why it goes, where the day does not say so.
test('what is lost on a day is said in one line, with the reason where there is another than the last day', () => {
  const loss = { ...visits(2), lastDay: '2026-03-31', cause: 'last_day' as const };
  const losses = [loss, { ...loss, ...money }, { ...loss, cause: 'too_many' as const }];
  expect(lossesInWords(losses, context('en', 'en-IE'))).toEqual([
    { lastDay: '2026-03-31', what: 'Two facial visits and €40 to spend on Facial', why: undefined },
    { lastDay: '2026-03-31', what: 'Two facial visits', why: expect.stringMatching(/^New ones come/) },
  ]);
  for (const language of ['en', 'de'] as const) {
    const said = lossesInWords(
      LossCause.options.map((cause) => ({ ...loss, cause })),
      context(language, 'de-DE'),
    );
    expect(said[0]?.why).toBeUndefined();
    expect(new Set(said.map(({ why }) => why)).size).toBe(LossCause.options.length);
  }
});

test('the picture is as long as the way to each last day, and one that is near looks near, also alone', () => {
  const on = (lastDay: string) => ({ lastDay });
  expect(shareOfLine([on('2026-03-16')], '2026-03-01')('2026-03-16')).toBe(0.25);
  const share = shareOfLine([on('2026-03-31'), on('2026-06-29')], '2026-03-01');
  expect([share('2026-03-01'), share('2026-03-31'), share('2026-06-29')]).toEqual([0, 0.25, 1]);
});

test('what stays is one sentence, and none where nothing does', () => {
  expect(lastingInWords([], context('en', 'en-IE'))).toEqual([]);
  expect(lastingInWords([visits(1), money], context('en', 'en-IE'))).toEqual([
    'Still there in twelve months: one facial visit and €40 to spend on Facial.',
  ]);
  expect(lastingInWords([visits(3), money], context('de', 'de-DE')).map(plain)).toEqual([
    'In den nächsten zwölf Monaten bleibt: drei facial visits und 40 € für Facial.',
  ]);
});
