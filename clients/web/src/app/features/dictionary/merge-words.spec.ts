import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { Problem } from '@tall/api/http';

import { KEYS_FOR_TEXTS } from '../../../testing/words';
import { DictionaryApi, type OwnWord } from './dictionary-api';
import { MergeWords } from './merge-words';

const word = (wordId: string, headword: string) =>
  ({ wordId, headword, lemma: 'bank', glosses: { en: 'bank' } }) as unknown as OwnWord;
const all = [word('stays', 'de bank'), word('goes', 'het bank')];

describe('merging two words', () => {
  const api = {
    glossLanguage: () => 'en',
    word: vi.fn((wordId: string) => Promise.resolve({ value: all.find((one) => one.wordId === wordId)!, etag: '' })),
    words: vi.fn(() => Promise.resolve({ items: all })),
    merge: vi.fn<(stays: string, goes: string, sameWord: boolean) => Promise<void>>(),
  };
  let fixture: ComponentFixture<MergeWords>;
  let page: HTMLElement;
  let navigate: ReturnType<typeof vi.spyOn>;

  beforeEach(async () => {
    api.merge.mockReset().mockResolvedValue();
    TestBed.configureTestingModule({
      providers: [provideRouter([]), KEYS_FOR_TEXTS, { provide: DictionaryApi, useValue: api }],
    });
    navigate = vi.spyOn(TestBed.inject(Router), 'navigateByUrl').mockResolvedValue(true);
    fixture = TestBed.createComponent(MergeWords);
    fixture.componentRef.setInput('wordId', 'stays');
    page = fixture.nativeElement as HTMLElement;
    await fixture.whenStable();
  });

  const press = async (selector: string) => {
    page.querySelector<HTMLButtonElement>(selector)!.click();
    await fixture.whenStable();
  };

  it('offers the others, asks once, and goes back to the word that stays', async () => {
    expect(page.querySelectorAll('li button')).toHaveLength(1);
    await press('li button');
    expect(api.merge).not.toHaveBeenCalled();
    await press('.final');
    expect(api.merge).toHaveBeenCalledWith('stays', 'goes', false);
    expect(navigate).toHaveBeenCalledWith('/dictionary/words/stays');
  });

  it('asks whether they are the same when the server sees two words', async () => {
    api.merge.mockRejectedValueOnce(new Problem('words-differ', 409, ''));
    await press('li button');
    await press('.final');
    expect(page.querySelector('h2')?.textContent).toBe('merge.differ');
    expect(navigate).not.toHaveBeenCalled();
    await press('.final');
    expect(api.merge).toHaveBeenLastCalledWith('stays', 'goes', true);
    expect(navigate).toHaveBeenCalledTimes(1);
  });

  it('begins with the word that the address names', async () => {
    fixture.componentRef.setInput('with', 'goes');
    await fixture.whenStable();
    expect(page.querySelector('h2')?.textContent).toBe('merge.sure');
  });
});
