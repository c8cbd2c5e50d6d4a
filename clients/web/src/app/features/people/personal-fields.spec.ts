import { adminChanges, fieldsFor, isChangedBy, purposesOf, valueOf } from './personal-fields';

const PERSON = {
  userId: 'u',
  birthDate: '2012-05-17',
  address: { street: 'Dorpsstraat 12', postalCode: '1234 AB', city: 'Utrecht', country: 'NL' },
  guardian: { givenName: 'Jan', familyName: 'de Vries', phone: '+31612345678' },
  adminNote: 'Comes by bus.',
};

describe('what an admin may read', () => {
  it('is for the school another than for the system', () => {
    expect(purposesOf('educational-admin')).toEqual(['administration', 'contact']);
    expect(purposesOf('technical-admin')).toEqual(['administration']);
  });

  it('is what the purpose needs, and no more', () => {
    expect(fieldsFor('educational-admin', 'administration')).not.toContain('phone');
    expect(fieldsFor('educational-admin', 'contact')).not.toContain('birth-date');
    expect(fieldsFor('technical-admin', 'administration')).not.toContain('birth-date');
    expect(fieldsFor('technical-admin', 'contact')).toEqual([]);
  });
});

describe('what an admin changes', () => {
  it('is the note, and for the school the day of birth', () => {
    expect(isChangedBy('educational-admin', 'birth-date')).toBe(true);
    expect(isChangedBy('technical-admin', 'birth-date')).toBe(false);
    expect(isChangedBy('technical-admin', 'admin-note')).toBe(true);
    expect(isChangedBy('educational-admin', 'phone')).toBe(false);
  });

  it('sends what differs, and takes away what was emptied', () => {
    const typed = { birthDate: PERSON.birthDate, adminNote: PERSON.adminNote };
    expect(adminChanges(PERSON, { ...typed, adminNote: ' Comes by bus. ' })).toEqual({});
    expect(adminChanges(PERSON, { ...typed, adminNote: '  ' })).toEqual({ adminNote: null });
    expect(adminChanges(PERSON, { ...typed, birthDate: '2012-05-18' })).toEqual({ birthDate: '2012-05-18' });
    expect(adminChanges(PERSON, { ...typed, birthDate: '' })).toEqual({ birthDate: null });
  });
});

describe('what is shown of a field', () => {
  it('is one line', () => {
    expect(valueOf(PERSON, 'address')).toBe('Dorpsstraat 12, 1234 AB Utrecht, NL');
    expect(valueOf(PERSON, 'guardian')).toBe('Jan de Vries, +31612345678');
    expect(valueOf({ userId: 'u', interfaceLanguage: 'ru' }, 'interface-language')).toBe('Русский');
  });

  it('is nothing where nothing was entered', () => {
    expect(valueOf({ userId: 'u' }, 'address')).toBeUndefined();
    expect(valueOf({ userId: 'u' }, 'phone')).toBeUndefined();
  });
});
