import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';

import { KEYS_FOR_TEXTS } from '../../../testing/words';
import { type AddedWord, type Candidate, DictionaryApi, type WrittenWord } from './dictionary-api';
import { NewWord } from './new-word';

const brood = {
  headword: 'het brood',
  entry: {
    lemma: 'brood',
    partOfSpeech: 'noun',
    noun: { articles: ['het'], plural: 'broden' },
    glosses: { en: 'bread' },
  },
  article: { articles: ['het'], certainty: 1, source: 'list' },
  form: 'plural',
  generated: false,
  meanings: [],
  own: [],
  pronunciations: [],
  source: 'list',
} satisfies Candidate;

describe('adding a word', () => {
  const api = {
    glossLanguage: () => 'en',
    lookUp: vi.fn<(form: string) => Promise<Candidate[]>>(() => Promise.resolve([brood])),
    add: vi.fn<(wordId: string, body: WrittenWord) => Promise<AddedWord>>(),
  };
  let fixture: ComponentFixture<NewWord>;
  let page: HTMLElement;

  beforeEach(async () => {
    api.lookUp.mockClear();
    api.add.mockReset();
    TestBed.configureTestingModule({
      providers: [provideRouter([]), KEYS_FOR_TEXTS, { provide: DictionaryApi, useValue: api }],
    });
    fixture = TestBed.createComponent(NewWord);
    page = fixture.nativeElement as HTMLElement;
    await fixture.whenStable();
  });

  const lookUp = async (form: string) => {
    page.querySelector<HTMLInputElement>('#sought')!.value = form;
    page.querySelector('form')!.dispatchEvent(new Event('submit'));
    await fixture.whenStable();
  };
  const press = async (selector: string) => {
    page.querySelector<HTMLButtonElement>(selector)!.click();
    await fixture.whenStable();
  };
  const save = async () => {
    page.querySelector('form:not(.look)')!.dispatchEvent(new Event('submit'));
    await fixture.whenStable();
  };

  it('fills in what the look-up knows, and keeps it', async () => {
    api.add.mockResolvedValueOnce({ wordId: 'w', headword: 'het brood' } as AddedWord);
    const navigate = vi.spyOn(TestBed.inject(Router), 'navigate').mockResolvedValue(true);
    await lookUp(' broden ');
    expect(api.lookUp).toHaveBeenCalledWith('broden');
    await press('.candidate button');
    await save();
    expect(api.add.mock.calls[0]?.[1]).toMatchObject({ ...brood.entry, contexts: [] });
    expect(navigate).toHaveBeenCalledWith(['/dictionary/words', 'w']);
  });

  it('names words that seem to be the same', async () => {
    const same = [{ wordId: 'other', headword: 'de broden' }];
    api.add.mockResolvedValueOnce({ wordId: 'w', headword: 'het brood', same } as unknown as AddedWord);
    await lookUp('brood');
    await press('.candidate button');
    await save();
    expect(page.querySelector('[role=status] li a')?.getAttribute('href')).toBe('/dictionary/words/other');
  });

  it('sends a lost word again under the same id', async () => {
    api.add.mockRejectedValueOnce(new Error('no connection'));
    api.add.mockResolvedValueOnce({ wordId: 'w' } as AddedWord);
    vi.spyOn(TestBed.inject(Router), 'navigate').mockResolvedValue(true);
    await lookUp('brood');
    await press('.candidate button');
    await save();
    expect(page.querySelector('tall-failure')).not.toBeNull();
    await save();
    const [first, second] = api.add.mock.calls;
    expect(second).toEqual(first);
  });

  it('asks for a meaning before it sends', async () => {
    api.lookUp.mockResolvedValueOnce([{ ...brood, entry: { ...brood.entry, glosses: {} } }]);
    await lookUp('brood');
    await press('.candidate button');
    await save();
    expect(api.add).not.toHaveBeenCalled();
    expect(page.querySelector('[aria-invalid=true]')).not.toBeNull();
  });

  it('takes a word out of a sentence, and keeps the sentence', async () => {
    api.add.mockResolvedValueOnce({ wordId: 'w' } as AddedWord);
    vi.spyOn(TestBed.inject(Router), 'navigate').mockResolvedValue(true);
    fixture.componentRef.setInput('text', 'Ik koop brood.');
    fixture.componentRef.setInput('translation', 'I buy bread.');
    await fixture.whenStable();
    expect(api.lookUp).not.toHaveBeenCalled();
    await press('.words button:last-child');
    expect(api.lookUp).toHaveBeenCalledWith('brood');
    await press('.candidate button');
    await save();
    const [context] = api.add.mock.calls[0]?.[1].contexts ?? [];
    expect(context?.sentence).toEqual({ text: 'Ik koop brood.', translation: 'I buy bread.' });
  });

  it('looks a single word up at once', async () => {
    fixture.componentRef.setInput('text', ' broden ');
    await fixture.whenStable();
    expect(api.lookUp).toHaveBeenCalledWith('broden');
    expect(page.querySelector('.candidate')).not.toBeNull();
  });
});
