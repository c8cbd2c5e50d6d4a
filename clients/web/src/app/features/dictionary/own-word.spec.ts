import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';

import { KEYS_FOR_TEXTS } from '../../../testing/words';
import { DictionaryApi, type OwnWord } from './dictionary-api';
import { OwnWordPage } from './own-word';
import { WeekApi } from './week-api';

const word: OwnWord = {
  wordId: 'w',
  lemma: 'brood',
  headword: 'het brood',
  partOfSpeech: 'noun',
  noun: { articles: ['het'], plural: 'broden' },
  glosses: { ru: 'хлеб', en: 'bread' },
  addedAt: '2026-11-20T08:00:00.000Z',
  changedAt: '2026-11-20T08:00:00.000Z',
  contexts: [
    {
      contextId: 'c',
      metAt: '2026-11-20T08:00:00.000Z',
      sentence: { text: 'Vers brood!', parts: [{ start: 5, end: 10 }] },
    },
  ],
  lists: [],
  tags: ['food'],
  rev: 1,
  source: { kind: 'manual' },
  progress: { stage: 'learning', answers: 5, correct: 4, cyclesPassed: 2, echoesPassed: 0, lapses: 1 },
};

describe('a word of the dictionary', () => {
  const api = {
    glossLanguage: () => 'en',
    word: vi.fn(() => Promise.resolve({ value: word, etag: '"1"' })),
    remove: vi.fn<(wordId: string) => Promise<void>>(() => Promise.resolve()),
    restore: vi.fn<(wordId: string) => Promise<OwnWord>>(() => Promise.resolve(word)),
    dropSentence: vi.fn<(wordId: string, contextId: string) => Promise<void>>(() => Promise.resolve()),
  };
  const week = { takeIn: vi.fn<(wordId: string) => Promise<void>>(() => Promise.resolve()) };
  let fixture: ComponentFixture<OwnWordPage>;
  let page: HTMLElement;

  beforeEach(async () => {
    for (const call of [api.word, api.remove, api.restore, api.dropSentence]) call.mockClear();
    TestBed.configureTestingModule({
      providers: [
        provideRouter([]),
        KEYS_FOR_TEXTS,
        { provide: DictionaryApi, useValue: api },
        { provide: WeekApi, useValue: week },
      ],
    });
    fixture = TestBed.createComponent(OwnWordPage);
    fixture.componentRef.setInput('wordId', 'w');
    page = fixture.nativeElement as HTMLElement;
    await fixture.whenStable();
  });

  const press = async (text: string) => {
    const button = [...page.querySelectorAll('button')].find((one) => one.textContent.includes(text));
    button!.click();
    await fixture.whenStable();
  };

  it('has its article in its colour, and the meaning in the language of the reader first', () => {
    expect(page.querySelector('tall-headword .het')?.textContent).toBe('het');
    expect([...page.querySelectorAll('.meanings li')].map((one) => one.textContent)).toEqual(['bread', 'хлеб']);
    expect(page.querySelector('h1')).toMatchObject({ textContent: 'het brood', lang: 'nl' });
  });

  it('is set off in its sentences', () => {
    expect(page.querySelector('tall-sentence .word')?.textContent).toBe('brood');
  });

  it('is back as it was when its removal is undone', async () => {
    await press('remove');
    expect(api.remove).toHaveBeenCalledWith('w');
    expect(page.querySelector('tall-headword')).toBeNull();
    await press('own-word.undo');
    expect(api.restore).toHaveBeenCalledWith('w');
    expect(page.querySelector('tall-headword')).not.toBeNull();
  });

  it('stays when it could not be removed', async () => {
    api.remove.mockRejectedValueOnce(new Error('no connection'));
    await press('remove');
    expect(page.querySelector('tall-failure')).not.toBeNull();
    expect(page.querySelector('tall-headword')).not.toBeNull();
  });

  it('that waits can be taken into the week', async () => {
    api.word.mockResolvedValueOnce({ value: { ...word, progress: { ...word.progress, stage: 'waiting' } }, etag: '' });
    fixture.componentRef.setInput('wordId', 'waiting');
    await fixture.whenStable();
    await press('own-word.take-in');
    expect(week.takeIn).toHaveBeenCalledWith('waiting');
    expect(page.textContent).toContain('own-word.taken-in');
  });

  it('loses a sentence, and is read anew', async () => {
    await press('Vers brood!');
    expect(api.dropSentence).toHaveBeenCalledWith('w', 'c');
    expect(api.word).toHaveBeenCalledTimes(2);
  });
});
