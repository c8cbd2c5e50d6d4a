import { changesOf, formOf, isUnderAge } from './person-form';

const BEFORE = {
  userId: 'u',
  givenName: 'Anna',
  familyName: 'Sokolova',
  phone: '+31612345678',
  address: { street: 'Dorpsstraat 12', postalCode: '1234 AB', city: 'Utrecht', country: 'NL' },
};
const typed = (changes: object) => ({ ...formOf(BEFORE)!, ...changes });

describe('a change of personal details', () => {
  it('is nothing where nothing differs', () => {
    expect(changesOf(BEFORE, typed({ givenName: ' Anna ' }))).toEqual({});
  });

  it('sends what differs, and no more', () => {
    expect(changesOf(BEFORE, typed({ givenName: 'Anya' }))).toEqual({ givenName: 'Anya' });
  });

  it('takes away what was emptied', () => {
    expect(changesOf(BEFORE, typed({ phone: '' }))).toEqual({ phone: null });
    const nowhere = { street: '', postalCode: '', city: '', country: '' };
    expect(changesOf(BEFORE, typed({ address: nowhere }))).toEqual({ address: null });
  });

  it('sends an address whole', () => {
    expect(changesOf(BEFORE, typed({ address: { ...BEFORE.address, city: 'Zeist ', country: 'nl' } }))).toEqual({
      address: { ...BEFORE.address, city: 'Zeist' },
    });
  });
});

describe('isUnderAge', () => {
  const today = new Date(2026, 10, 28);

  it('ends on the sixteenth birthday', () => {
    expect(isUnderAge('2010-11-28', today)).toBe(false);
    expect(isUnderAge('2010-11-29', today)).toBe(true);
  });

  it('is not so for who has no day of birth', () => {
    expect(isUnderAge('', today)).toBe(false);
  });
});
