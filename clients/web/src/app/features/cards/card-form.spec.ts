import { signal } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';

import { KEYS_FOR_TEXTS } from '../../../testing/words';
import { CardForm } from './card-form';
import { CardsApi, type SessionCard } from './cards-api';
import { Study } from './study';

const bread = {
  cardId: 'card-0',
  kind: 'recall',
  prompt: 'bread',
  expected: 'het brood',
  choices: ['de kaas', 'het brood'],
  word: { headword: 'het brood', lemma: 'brood', glosses: { en: 'bread' }, forms: {}, examples: [] },
} as unknown as SessionCard;

describe('a card that is asked', () => {
  const step = signal<{ name: string; failure?: unknown }>({ name: 'asking' });
  const study = {
    step,
    isChoosing: signal(false),
    answer: vi.fn(),
    reveal: vi.fn(() => step.set({ name: 'revealed' })),
    sendAgain: vi.fn(),
    setAside: vi.fn(),
  };
  let fixture: ComponentFixture<CardForm>;
  let page: HTMLElement;

  beforeEach(async () => {
    step.set({ name: 'asking' });
    study.isChoosing.set(false);
    for (const call of [study.answer, study.reveal, study.sendAgain, study.setAside]) call.mockClear();
    TestBed.configureTestingModule({
      providers: [
        KEYS_FOR_TEXTS,
        { provide: Study, useValue: study },
        { provide: CardsApi, useValue: { glossLanguage: () => 'en' } },
      ],
    });
    fixture = TestBed.createComponent(CardForm);
    fixture.componentRef.setInput('card', bread);
    page = fixture.nativeElement as HTMLElement;
    document.body.append(page);
    await fixture.whenStable();
  });
  afterEach(() => page.remove());

  const field = () => page.querySelector<HTMLInputElement>('#answer');
  const submit = async (text: string) => {
    field()!.value = text;
    field()!.dispatchEvent(new Event('input'));
    page.querySelector('form')!.dispatchEvent(new Event('submit', { cancelable: true }));
    await fixture.whenStable();
  };
  const press = (key: string, more: KeyboardEventInit = {}) =>
    document.dispatchEvent(new KeyboardEvent('keydown', { key, ...more }));

  it('is typed at once, and sent without the blanks around it', async () => {
    expect(document.activeElement).toBe(field());
    await submit('  het brood ');
    expect(study.answer).toHaveBeenCalledExactlyOnceWith({ way: 'typed', text: 'het brood' });
    expect(study.reveal).not.toHaveBeenCalled();
  });

  it('shows what is right to whoever sends nothing, and lets them judge themselves by a figure', async () => {
    expect(page.textContent).not.toContain('brood');
    await submit('  ');
    expect(study.answer).not.toHaveBeenCalled();
    expect(field()).toBeNull();
    expect(page.querySelector('.expected')?.textContent).toContain('brood');
    press('3', { ctrlKey: true });
    press('5');
    expect(study.answer).not.toHaveBeenCalled();
    press('2');
    expect(study.answer).toHaveBeenCalledExactlyOnceWith({ way: 'self-rated', rating: 'hard' });
  });

  it('is chosen by a figure only where choices are shown', async () => {
    press('2');
    expect(study.answer).not.toHaveBeenCalled();
    study.isChoosing.set(true);
    await fixture.whenStable();
    press('3');
    press('2', { altKey: true });
    expect(study.answer).not.toHaveBeenCalled();
    press('2');
    expect(study.answer).toHaveBeenCalledExactlyOnceWith({ way: 'chosen', text: 'het brood' });
  });

  it('is answered once, while the answer is on its way', async () => {
    study.isChoosing.set(true);
    step.set({ name: 'sending' });
    await fixture.whenStable();
    press('1');
    expect(study.answer).not.toHaveBeenCalled();
  });

  it('keeps what was typed when it could not be sent, and forgets it with the next card', async () => {
    await submit('het broot');
    step.set({ name: 'failed', failure: new Error('no connection') });
    await fixture.whenStable();
    expect(field()?.value).toBe('het broot');
    page.querySelector<HTMLButtonElement>('tall-failure button')!.click();
    expect(study.sendAgain).toHaveBeenCalledTimes(1);

    fixture.componentRef.setInput('card', { ...bread, cardId: 'card-1' });
    await fixture.whenStable();
    expect(field()?.value).toBe('');
  });
});
