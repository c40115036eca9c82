import { describe, expect, test } from '@jest/globals';
import { emptyFields, fieldsFromSearch, fieldsOf, readClient } from '../../frontend/admin/contacts/client-form.ts';
import { mergeEdit } from '../../frontend/admin/effects/merge-edit.ts';
import { wordings } from '../../frontend/admin/wording/wording.ts';
import { phoneForReading, readPhone } from '../../shared/wording/phone.ts';

const words = wordings.en.common;
const anna = { ...emptyFields, firstName: 'Anna', lastName: 'Berg' };

describe('the form of a client', () => {
  test('a name is enough; what is empty is left out', () => {
    expect(readClient(anna, 'de-DE', words)).toEqual({ ok: true, details: { firstName: 'Anna', lastName: 'Berg' } });
  });

  test('each wrong field is named, with what to do', () => {
    const read = readClient(
      { ...anna, lastName: ' ', email: 'anna@', phone: '12', birthday: '31.12.' },
      'de-DE',
      words,
    );
    expect(read).toEqual({
      ok: false,
      problems: {
        lastName: words.required,
        email: words.emailWrong,
        phone: words.phoneWrong,
        birthday: words.dateWrong,
      },
    });
  });

  test('what is shown for editing reads back as the same record', () => {
    const details = {
      firstName: 'Anna',
      lastName: 'Berg',
      email: 'anna@example.com',
      phone: '+49301234567',
      birthday: '1990-02-28',
      language: 'de' as const,
      company: 'Acme GmbH',
      care: { allergies: 'Latex' },
    };
    expect(readClient(fieldsOf(details), 'de-DE', words)).toEqual({ ok: true, details });
  });

  test('what was searched for in vain begins the new record', () => {
    expect(fieldsFromSearch('anna berg')).toMatchObject({ firstName: 'Anna', lastName: 'Berg' });
    expect(fieldsFromSearch('anna@example.com').email).toBe('anna@example.com');
    expect(fieldsFromSearch('030 1234').phone).toBe('030 1234');
  });
});

describe('when a colleague saved the same client first', () => {
  const opened = { ...anna, phone: '1', email: 'old@example.com' };

  test('what I did not touch becomes theirs, what I changed stays mine', () => {
    const { fields, disputed } = mergeEdit(opened, { ...opened, phone: '2' }, { ...opened, email: 'new@example.com' });
    expect(fields).toMatchObject({ phone: '2', email: 'new@example.com' });
    expect(disputed).toEqual([]);
  });

  test('a field that both changed is named, and what I typed is kept', () => {
    const { fields, disputed } = mergeEdit(opened, { ...opened, phone: '2' }, { ...opened, phone: '3' });
    expect(fields.phone).toBe('2');
    expect(disputed).toEqual(['phone']);
  });

  test('the same change twice is no dispute', () => {
    expect(mergeEdit(opened, { ...opened, phone: '2' }, { ...opened, phone: '2' }).disputed).toEqual([]);
  });
});

describe('telephone numbers', () => {
  test.each([
    ['030 123 45 67', 'de-DE', '+49301234567'],
    ['+49 (0)30 1234567', 'de-DE', '+49301234567'],
    ['0049 30 1234567', 'de-AT', '+49301234567'],
    ['(212) 555-0100', 'en-US', '+12125550100'],
    ['1 212 555 0100', 'en-US', '+12125550100'],
    ['020 7946 0018', 'en-GB', '+442079460018'],
  ])('“%s” at a salon of %s is %s', (typed, locale, stored) => {
    expect(readPhone(typed, locale)).toBe(stored);
  });

  test.each(['12', 'call me', '555 0100', '+0 123 4567'])(
    '“%s” is not a number that can be called from abroad',
    (typed) => {
      expect(readPhone(typed, 'de-DE')).toBeUndefined();
    },
  );

  test.each(['+49301234567', '+12125550100', '+35312345678', '+3361234567'])(
    '%s is read back as it was written',
    (phone) => {
      expect(readPhone(phoneForReading(phone), 'en-GB')).toBe(phone);
    },
  );
});
