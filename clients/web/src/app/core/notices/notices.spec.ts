import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';

import { Session } from '../session/session';
import { Notices } from './notices';

const product = (id: string) => ({ id, title: { nl: id, en: id, ru: id } });
const [cards, words, people] = [product('cards'), product('words'), product('people')];

describe('notices', () => {
  const userId = signal<string | undefined>('anna');
  const wasLeft = signal(false);
  let notices: Notices;

  beforeEach(() => {
    localStorage.clear();
    userId.set('anna');
    wasLeft.set(false);
    TestBed.configureTestingModule({ providers: [{ provide: Session, useValue: { userId, wasLeft } }] });
    notices = TestBed.inject(Notices);
  });

  it('say nothing the first time, and then what has come and gone', () => {
    notices.mayOpen([cards, words]);
    expect(notices.access()).toBeUndefined();
    notices.mayOpen([cards, people]);
    expect(notices.access()).toEqual({ come: [people], gone: [words] });
    // It stays until it is put away, however often somebody looks.
    notices.mayOpen([cards, people]);
    expect(notices.access()).toBeDefined();
    notices.putAway('access');
    notices.mayOpen([cards, people]);
    expect(notices.access()).toBeUndefined();
  });

  it('name each corrected word once', () => {
    notices.wereCorrected(['het brood']);
    notices.wereCorrected([]);
    notices.wereCorrected(['het brood', 'de kaas']);
    expect(notices.corrected()).toEqual(['het brood', 'de kaas']);
    notices.putAway('corrected');
    expect(notices.corrected()).toEqual([]);
  });

  it('of what was published are told once, and only where there is something to say', () => {
    const notice = { contentId: 'x', version: 1, publishedAt: '2026-11-30T09:00:00Z', word: 'brood' };
    notices.wasPublished({ ...notice, id: '1', affectsProgress: true });
    notices.wasPublished({ ...notice, id: '2', affectsProgress: false });
    notices.putAway('published');
    notices.wasPublished({ ...notice, id: '1', affectsProgress: true });
    expect(notices.published()).toEqual([]);
    for (let n = 3; n < 40; n += 1) notices.wasPublished({ ...notice, id: String(n), affectsProgress: true });
    expect(notices.published()).toHaveLength(20);
    expect(notices.published().at(-1)?.id).toBe('39');
  });

  it('are of one person, and go with the log-out', () => {
    notices.mayOpen([cards]);
    notices.wereCorrected(['het brood']);
    userId.set('boris');
    expect(notices.corrected()).toEqual([]);
    notices.mayOpen([people]);
    expect(notices.access()).toBeUndefined();
    wasLeft.set(true);
    TestBed.tick();
    expect(localStorage.getItem('tall.notices')).not.toContain('people');
  });

  it('pass over what somebody else has kept', () => {
    const more = { published: [{ id: 'y', word: 'kaas' }, { id: 'z', text: 'no text' }, 7, null], last: 7, told: {} };
    const kept = {
      state: { userId: 'anna', products: 'x', access: { come: 1, gone: [] }, corrected: [1, 'de kaas'], ...more },
    };
    localStorage.setItem('tall.notices', JSON.stringify({ ...kept, version: 1 }));
    TestBed.resetTestingModule();
    TestBed.configureTestingModule({ providers: [{ provide: Session, useValue: { userId, wasLeft } }] });
    notices = TestBed.inject(Notices);
    expect([notices.access(), notices.corrected()]).toEqual([undefined, ['de kaas']]);
    expect([notices.published(), notices.last()]).toEqual([[{ id: 'y', word: 'kaas' }], undefined]);
  });
});
