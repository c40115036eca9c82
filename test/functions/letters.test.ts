import { describe, expect, test } from '@jest/globals';
import { type Letter, mailOf } from '../../functions/mails/letter.ts';
import { type Business, newBusiness } from '../../shared/domain/business.ts';
import type { MailKind } from '../../shared/wording/mails/mail-words.ts';

const business: Business = newBusiness({
  slug: 'aurora',
  name: 'Aurora Day Spa',
  timeZone: 'America/New_York',
  currency: 'USD',
  locale: 'en-US',
  contact: { email: 'desk@example.com', phone: '+12025550123', address: '1 Main Street\nSpringfield' },
});
const token = 'T'.repeat(43);
const letter: Letter = {
  kind: 'member_invitation',
  to: 'mia@example.com',
  name: 'Mia Meyer',
  url: `https://aurora.example.org/portal/invitation#${token}`,
  until: Date.UTC(2026, 4, 7, 18, 5),
};
const written = (change: Partial<Letter> = {}, of: Partial<Business> = {}) =>
  mailOf({ ...letter, ...change }, { ...business, ...of }, 'https://aurora.example.org', { template: 'x' });

const kinds: MailKind[] = [
  'member_invitation',
  'member_sign_in',
  'staff_invitation',
  'staff_sign_in',
  'member_password',
  'staff_password',
];
const everyMail = kinds.flatMap((kind) => (['en', 'de'] as const).map((language) => [kind, language] as const));

describe('a mail', () => {
  test.each(everyMail)('%s (%s) says the same in both forms and has one way to go on', (kind, language) => {
    const mail = written({ kind, language });
    expect(mail.text).toContain(letter.url);
    expect(mail.html.split(`href="${letter.url}"`)).toHaveLength(3);
    expect(mail.html).toContain(`<html lang="${language}">`);
    expect(mail.subject).toContain('Aurora Day Spa');
    expect(mail.subject).not.toContain(token);
    expect(mail.html).not.toMatch(/<script|<table|<link|undefined/);
    expect(mail.text).not.toContain('undefined');
    // 001-090
    expect(mail.text).not.toMatch(/liability|ledger|bucket|adjustment|dunning|entitlement|tenant/i);
  });

  test('names the last moment by the salon’s clock, in the reader’s language', () => {
    expect(written().text).toMatch(/until May 7, 2026 at 2:05\sPM/);
    expect(written({ language: 'de' }).text).toContain('bis 7. Mai 2026 um 14:05');
    expect(written({}, { locale: 'de-AT' }).text).toContain('Guten Tag Mia Meyer,');
  });

  test('comes from the salon, which can be answered', () => {
    expect(written()).toMatchObject({ fromName: 'Aurora Day Spa', replyTo: 'desk@example.com', to: 'mia@example.com' });
    expect(written().text).toContain('1 Main Street\nSpringfield\n+12025550123');
    expect(written({}, { contact: { phone: '+12025550123' } })).not.toHaveProperty('replyTo');
  });

  test('shows the logo and a colour on which white can be read', () => {
    const branded = written({}, { brand: { colour: '#ffee00', logo: 'aurora/upl_1.png' } });
    expect(branded.html).toContain('src="https://aurora.example.org/media/aurora/upl_1.png"');
    expect(branded.html).not.toContain('#ffee00');
    expect(written().html).not.toContain('<img');
  });

  test('keeps a name a name, whatever is in it', () => {
    const name = `<img src=x onerror="alert('x')"> & "Co"`;
    const mail = written({ name }, { name });
    expect(mail.html).not.toContain('<img');
    expect(mail.html).toContain('&lt;img src=x onerror=&quot;alert(&#39;x&#39;)&quot;&gt; &amp; &quot;Co&quot;');
    expect(mail.text).toContain(name);
  });
});
