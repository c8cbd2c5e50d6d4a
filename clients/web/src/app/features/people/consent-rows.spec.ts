import { consentRows, standingKey } from './consent-rows';

const CURRENT = '2026-11-01';
const TERMS = [{ document: 'terms-of-use', version: CURRENT, text: '# Terms of use\n\nBe kind.' }];
const rowOf = (said: { agreedByGuardian?: string; agreedByPerson?: string }, speaker: 'guardian' | 'person') =>
  consentRows(
    {
      standing: 'awaiting-guardian',
      isMinor: true,
      documents: [{ document: 'terms-of-use', currentVersion: CURRENT, ...said }],
    },
    TERMS,
    speaker,
  )[0];

describe('what is said of a document', () => {
  it('is called as the document calls itself', () => {
    expect(rowOf({}, 'guardian')?.title).toBe('Terms of use');
  });

  it('is withdrawn by who agrees to the version that counts', () => {
    expect(rowOf({ agreedByGuardian: CURRENT }, 'guardian')).toMatchObject({
      isCurrent: true,
      next: { decision: 'withdrawn', version: CURRENT },
    });
  });

  it('is asked for where nobody agrees, or only to an older version', () => {
    const given = { decision: 'given', version: CURRENT };
    expect(rowOf({}, 'guardian')).toMatchObject({ agreed: undefined, isCurrent: false, next: given });
    expect(rowOf({ agreedByGuardian: '2025-01-01' }, 'guardian')).toMatchObject({
      agreed: '2025-01-01',
      isCurrent: false,
      next: given,
    });
  });

  it('is not said by one for the other', () => {
    expect(rowOf({ agreedByPerson: CURRENT }, 'guardian')?.isCurrent).toBe(false);
    expect(rowOf({ agreedByPerson: CURRENT }, 'person')?.isCurrent).toBe(true);
  });
});

describe('how consent stands', () => {
  const keyOf = (standing: 'complete' | 'awaiting-guardian', ...agreed: (string | undefined)[]) =>
    standingKey({
      standing,
      isMinor: true,
      documents: agreed.map((agreedByGuardian) => ({
        document: 'terms-of-use',
        currentVersion: CURRENT,
        agreedByGuardian,
      })),
    });

  it('names the guardian that nobody entered, once they agree to all that counts', () => {
    expect(keyOf('awaiting-guardian', CURRENT, CURRENT)).toBe('consent-standing.guardian-unknown');
    expect(keyOf('awaiting-guardian', CURRENT, undefined)).toBe('consent-standing.awaiting-guardian');
    expect(keyOf('awaiting-guardian', CURRENT, '2025-01-01')).toBe('consent-standing.awaiting-guardian');
    expect(keyOf('complete', CURRENT)).toBe('consent-standing.complete');
  });
});
