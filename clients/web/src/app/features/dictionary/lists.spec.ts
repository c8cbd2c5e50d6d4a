import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';

import { KEYS_FOR_TEXTS } from '../../../testing/words';
import { Lists } from './lists';
import { ListsApi, type OfferedList, type WordList } from './lists-api';
import { WordLists } from './word-lists';

const list = (listId: string, name: string): WordList => ({ listId, name, words: 3, madeAt: '', rev: 1 });
const offered = { listId: 'o', name: 'Les 4', wordCount: 12, changedAt: '', rev: 1, teacherId: 't' } as OfferedList;

describe('lists of own words', () => {
  const api = {
    lists: vi.fn(() => Promise.resolve([list('a', 'Markt'), list('b', 'Werk')])),
    offered: vi.fn(() => Promise.resolve([offered])),
    make: vi.fn(() => Promise.resolve(list('c', 'Reis'))),
    takeOver: vi.fn(() => Promise.resolve({ list: list('d', 'Les 4'), added: 10, known: 2, leftOut: 0 })),
    putWord: vi.fn(() => Promise.resolve()),
    dropWord: vi.fn(() => Promise.resolve()),
  };

  beforeEach(() => {
    for (const call of Object.values(api)) call.mockClear();
    TestBed.configureTestingModule({
      providers: [KEYS_FOR_TEXTS, provideRouter([]), { provide: ListsApi, useValue: api }],
    });
  });

  it('take over what a teacher shares', async () => {
    const fixture = TestBed.createComponent(Lists);
    await fixture.whenStable();
    const page = fixture.nativeElement as HTMLElement;
    expect(page.textContent).toContain('Les 4');
    const [take] = [...page.querySelectorAll('button')].filter((one) => one.textContent.includes('lists.take'));
    take?.click();
    await fixture.whenStable();
    expect(api.takeOver).toHaveBeenCalledWith('o');
    expect(page.querySelector('[role=status]')?.textContent).toContain('lists.taken');
    expect(api.lists).toHaveBeenCalledTimes(2);
  });

  it('are changed from the word', async () => {
    const fixture = TestBed.createComponent(WordLists);
    fixture.componentRef.setInput('word', { wordId: 'w', lists: ['a'] });
    await fixture.whenStable();
    const buttons = () => [...(fixture.nativeElement as HTMLElement).querySelectorAll('button')];
    const pressed = () => buttons().map((button) => button.getAttribute('aria-pressed'));
    expect(pressed()).toEqual(['true', 'false']);
    buttons()[0]?.click();
    await fixture.whenStable();
    buttons()[1]?.click();
    await fixture.whenStable();
    expect(api.dropWord).toHaveBeenCalledWith('a', 'w');
    expect(api.putWord).toHaveBeenCalledWith('b', 'w');
    expect(pressed()).toEqual(['false', 'true']);
  });
});
