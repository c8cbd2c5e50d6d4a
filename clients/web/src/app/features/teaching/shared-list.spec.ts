import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import type { MockInstance } from 'vitest';

import { KEYS_FOR_TEXTS } from '../../../testing/words';
import { Names } from '../../core/people/names';
import { SharedListPage } from './shared-list';
import { type SharedList, SharedListsApi } from './shared-lists-api';
import { TeachingApi } from './teaching-api';

const shared: SharedList = {
  listId: 'l',
  teacherId: 't',
  name: 'Les 4',
  wordCount: 1,
  changedAt: '2026-11-24T10:15:00.000Z',
  rev: 2,
  words: [{ headword: 'het ei', lemma: 'ei', glosses: { en: 'egg' }, contexts: [], tags: [] }],
};

describe('a list that a teacher shares', () => {
  const api = {
    list: vi.fn(() => Promise.resolve(shared)),
    share: vi.fn(() => Promise.resolve(shared)),
    change: vi.fn(() => Promise.resolve({ ...shared, rev: 3 })),
    withdraw: vi.fn(() => Promise.resolve()),
  };

  const students = ['anna', 'boris'].map((studentId) => ({ studentId }));
  const teaching = { students: vi.fn(() => Promise.resolve({ items: students })) };
  const names = { ask: vi.fn(() => Promise.resolve()), of: (id: string) => id };

  let navigate: MockInstance<Router['navigate']>;

  beforeEach(() => {
    for (const call of Object.values(api)) call.mockClear();
    TestBed.configureTestingModule({
      providers: [
        KEYS_FOR_TEXTS,
        provideRouter([]),
        { provide: SharedListsApi, useValue: api },
        { provide: TeachingApi, useValue: teaching },
        { provide: Names, useValue: names },
      ],
    });
    navigate = vi.spyOn(TestBed.inject(Router), 'navigate').mockResolvedValue(true);
  });

  async function open(listId?: string) {
    const fixture = TestBed.createComponent(SharedListPage);
    fixture.componentRef.setInput('listId', listId);
    await fixture.whenStable();
    const page = fixture.nativeElement as HTMLElement;
    const type = (selector: string, text: string) => {
      const field = page.querySelector<HTMLInputElement | HTMLTextAreaElement>(selector)!;
      field.value = text;
      field.dispatchEvent(new Event('input'));
    };
    const send = async () => {
      page.querySelector('form')!.dispatchEvent(new Event('submit'));
      await fixture.whenStable();
    };
    const press = async (selector: string) => {
      page.querySelector<HTMLButtonElement>(selector)!.click();
      await fixture.whenStable();
    };
    return { page, type, send, press };
  }

  it('is new, and sent again under the same id when its answer was lost', async () => {
    const { page, type, send } = await open();
    type('input', ' Les 5 ');
    type('textarea', 'het brood = bread');
    api.share.mockRejectedValueOnce(new Error('no connection'));
    await send();
    expect(page.querySelector('tall-failure')).not.toBeNull();
    await send();
    expect(api.share).toHaveBeenCalledTimes(2);
    expect(api.share.mock.calls[1]).toEqual(api.share.mock.calls[0]);
    const words = [{ lemma: 'het brood', partOfSpeech: 'unknown', glosses: { en: 'bread' } }];
    expect(api.share).toHaveBeenCalledWith(expect.any(String), { name: 'Les 5', words, studentIds: null });
    expect(teaching.students).not.toHaveBeenCalled();
    expect(navigate).toHaveBeenCalledWith(['/progress/lists']);
  });

  it('is for some students by name, and never for nobody', async () => {
    const { page, type, send, press } = await open();
    type('input', 'Les 5');
    type('textarea', 'het ei = egg');
    await press('input[value=some]');
    await send();
    expect(api.share).not.toHaveBeenCalled();
    expect(page.querySelector('[role=alert]')?.textContent).toContain('shared-lists.nobody');
    await vi.waitFor(() => expect(page.querySelectorAll('input[type=checkbox]')).toHaveLength(2));
    await press('input[type=checkbox]');
    await send();
    expect(api.share).toHaveBeenCalledWith(expect.any(String), expect.objectContaining({ studentIds: ['anna'] }));
  });

  it('keeps for whom it was, and can be for everybody again', async () => {
    api.list.mockResolvedValueOnce({ ...shared, studentIds: ['boris', 'gone'] });
    const { page, send, press } = await open('l');
    await vi.waitFor(() => expect(page.querySelectorAll('input[type=checkbox]')).toHaveLength(3));
    expect(page.querySelectorAll('input[type=checkbox]:checked')).toHaveLength(2);
    await press('input[value=everybody]');
    await send();
    expect(api.change).toHaveBeenCalledWith(expect.anything(), expect.objectContaining({ studentIds: null }));
  });

  it('is not sent with a word that has no meaning', async () => {
    const { page, type, send } = await open();
    type('input', 'Les 5');
    type('textarea', 'het brood');
    await send();
    expect(api.share).not.toHaveBeenCalled();
    expect(page.querySelector('.error')?.textContent).toContain('shared-lists.no-meaning');
  });

  it('is changed as it was read', async () => {
    const { page, type, send } = await open('l');
    expect(page.querySelector('textarea')?.value).toBe('het ei = egg');
    type('textarea', 'het ei = egg = яйцо');
    await send();
    const words = [expect.objectContaining({ lemma: 'ei', glosses: { en: 'egg', ru: 'яйцо' } })];
    expect(api.change).toHaveBeenCalledWith(shared, { name: 'Les 4', words, studentIds: null });
    expect(page.querySelector('[role=status]')?.textContent).toBe('saved');
  });

  it('is withdrawn when that was asked twice', async () => {
    const { page, press } = await open('l');
    await press('section button');
    expect(api.withdraw).not.toHaveBeenCalled();
    await press('section .final');
    expect(api.withdraw).toHaveBeenCalledWith('l');
    expect(page.querySelector('tall-failure')).toBeNull();
  });
});
