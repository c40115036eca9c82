import { describe, expect, test } from '@jest/globals';
import { type Letter, mailOf } from '../../functions/mails/letter.ts';
import { type Business, Language, newBusiness } from '../../shared/domain/business.ts';
import { tongueOf } from '../../shared/wording/words.ts';
import { everyLetter } from '../support/letters.ts';

const business: Business = newBusiness({
  slug: 'aurora',
  name: 'Aurora Day Spa',
  timeZone: 'America/New_York',
  currency: 'USD',
  locale: 'en-US',
  contact: { email: 'desk@example.com', phone: '+12025550123', address: '1 Main Street\nSpringfield' },
});
const site = 'https://aurora.example.org';
const token = 'T'.repeat(43);
const url = `${site}/portal/card#${token}`;

const letters = Language.options.flatMap((language) => everyLetter(tongueOf(language, business.locale), url));
const written = (letter: Letter, of: Partial<Business> = {}) =>
  mailOf(letter, { ...business, ...of }, site, { template: letter.kind });
const [invitation] = letters;
if (!invitation) throw new Error('there are letters');

describe('a mail', () => {
  test.each(letters.map((letter) => [letter.kind, letter.tongue.language, letter] as const))(
    '%s (%s) says the same in both forms and has one way to go on',
    (_kind, language, letter) => {
      const mail = written(letter);
      expect(mail.html).toContain(`<html lang="${language}">`);
      expect(mail.html.split(`href="${url}"`)).toHaveLength(letter.words.action === undefined ? 1 : 3);
      expect(mail.text.includes(url)).toBe(letter.words.action !== undefined);
      expect(mail.subject).not.toContain(token);
      expect(mail.html).not.toMatch(/<script|<link|undefined/);
      expect(mail.text).not.toContain('undefined');
      // 001-090
      expect(mail.text).not.toMatch(/liability|ledger|bucket|adjustment|dunning|entitlement|tenant|mahn|mandant/i);
      // 001-071: nothing about treatments where others can read it
      expect(mail.subject).not.toMatch(/facial|massage|haircut|gold/i);
      for (const part of letter.words.body) {
        if (typeof part === 'string') continue;
        for (const { label, value } of part.rows ?? []) expect(mail.text).toContain(`${label}: ${value}`);
        for (const line of part.lines ?? []) expect(mail.text).toContain(line);
      }
    },
  );

  // Rule M1
  test.each(
    letters
      .filter(({ kind }) => !/_(invitation|sign_in|password)$/.test(kind))
      .map((letter) => [letter.kind, letter.tongue.language, letter] as const),
  )('%s (%s) says why it comes, and whether it can be ended', (kind, language, letter) => {
    const mail = written(letter);
    expect(letter.words.why).toMatch(language === 'de' ? /^Sie erhalten diese E-Mail/ : /^You receive this e-mail/);
    expect(mail.text).toContain(letter.words.why);
    const canBeEnded = kind === 'card_expiring';
    expect(mail.unsubscribe).toEqual(
      canBeEnded
        ? { url: `${site}/api/aurora/public/unsubscribe/${'U'.repeat(43)}`, mailTo: 'desk@example.com' }
        : undefined,
    );
    expect(mail.text.includes(`${site}/portal/unsubscribe#`)).toBe(canBeEnded);
    expect(mail.html.includes(`href="${site}/portal/unsubscribe#${'U'.repeat(43)}"`)).toBe(canBeEnded);
  });

  test('has words of its own in each language', () => {
    const [english, german] = Language.options.map((language) =>
      letters.filter(({ tongue }) => tongue.language === language),
    );
    for (const [index, letter] of (english ?? []).entries()) {
      const other = german?.[index];
      expect(other?.kind).toBe(letter.kind);
      expect(other?.words.subject).not.toBe(letter.words.subject);
    }
  });

  // 001-085
  test('about a payment begins as the salons asked for', () => {
    expect(letters.find(({ kind }) => kind === 'payment_first')?.words.subject).toBe(
      'Your membership payment needs attention',
    );
  });

  test('comes from the salon, which can be answered', () => {
    const mail = written(invitation);
    expect(mail).toMatchObject({ fromName: 'Aurora Day Spa', replyTo: 'desk@example.com', to: 'mia@example.com' });
    expect(mail.text).toContain('1 Main Street\nSpringfield\n+1 202 555 0123');
    expect(written(invitation, { contact: { phone: '+12025550123' } })).not.toHaveProperty('replyTo');
  });

  test('shows the logo and a colour on which white can be read', () => {
    const branded = written(invitation, { brand: { colour: '#ffee00', logo: 'aurora/upl_1.png' } });
    expect(branded.html).toContain('src="https://aurora.example.org/media/aurora/upl_1.png"');
    expect(branded.html).not.toContain('#ffee00');
    expect(written(invitation).html).not.toContain('<img');
  });

  test('lets addresses in its sentences be followed, and keeps the full stop out of them', () => {
    const body = ['Write to desk@example.com, or look at https://aurora.example.org/portal.'];
    const { html } = written({ ...invitation, words: { ...invitation.words, body } });
    expect(html).toContain('href="mailto:desk@example.com"');
    expect(html).toContain('href="https://aurora.example.org/portal"');
  });

  test('keeps a name a name, whatever is in it', () => {
    const name = `<img src=x onerror="alert('x')"> & "Co"`;
    const body = [name, { heading: name, rows: [{ label: name, value: name, detail: name }], lines: [name] }];
    const words = {
      ...invitation.words,
      subject: name,
      greeting: name,
      body,
      action: name,
      remarks: [name],
      why: name,
    };
    const mail = written({ ...invitation, words }, { name });
    expect(mail.html).not.toContain('<img');
    expect(mail.html).toContain('&lt;img src=x onerror=&quot;alert(&#39;x&#39;)&quot;&gt; &amp; &quot;Co&quot;');
    expect(mail.text).toContain(name);
  });
});
