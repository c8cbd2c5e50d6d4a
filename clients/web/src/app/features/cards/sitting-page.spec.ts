import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';

import { refuses, says, Server } from '../../../testing/script';
import { KEYS_FOR_TEXTS } from '../../../testing/words';
import { SEND } from '../../core/http/open-api';
import { CardSittings } from './card-sittings';
import type { Outcome, SessionCard, SessionView } from './cards-api';
import { SittingPage } from './sitting-page';

const TOPIC = '0197a3c8-0000-7000-8000-0000000000a1';
const REVIEWS = 'PUT /api/v2/thematic-cards/cards/*/reviews/*';
const UNDOS = 'PUT /api/v2/thematic-cards/cards/*/undos/*';

function card(cardId: string, headword: string, gloss: string): SessionCard {
  return {
    cardId,
    wordId: `word-${cardId}`,
    kind: 'recall',
    prompt: gloss,
    expected: headword,
    answered: false,
    phase: 'review',
    word: { headword, lemma: headword.split(' ').at(-1), glosses: { en: [gloss] }, forms: {}, examples: [] },
  } as unknown as SessionCard;
}

const SITTING: SessionView = {
  id: 's',
  topicId: TOPIC,
  arrangedAt: '2026-11-30T09:00:00.000Z',
  practice: false,
  answered: 0,
  cards: [card('bread', 'het brood', 'bread'), card('cheese', 'de kaas', 'cheese')],
};

function outcome(rating: string, mistakes: Outcome['mistakes'] = []): Outcome {
  return {
    correct: rating !== 'again',
    rating,
    mistakes,
    expected: 'het brood',
    answers: 1,
    lapses: 0,
    setAside: false,
    answeredAt: '2026-11-30T09:00:00.000Z',
    phase: 'review',
    intervalDays: 3,
    dueAt: '2026-12-03T09:00:00.000Z',
  };
}

describe('a sitting', () => {
  let server: Server;
  let fixture: ComponentFixture<SittingPage>;
  let page: HTMLElement;

  beforeEach(async () => {
    server = new Server().willSay('GET /api/v2/thematic-cards/sessions/s', says(SITTING));
    TestBed.configureTestingModule({
      providers: [
        KEYS_FOR_TEXTS,
        provideRouter([]),
        { provide: SEND, useValue: server.send },
        { provide: CardSittings, useValue: { note: vi.fn() } },
      ],
    });
    fixture = TestBed.createComponent(SittingPage);
    fixture.componentRef.setInput('topicId', TOPIC);
    fixture.componentRef.setInput('sessionId', 's');
    page = fixture.nativeElement as HTMLElement;
    document.body.append(page);
    await vi.waitFor(() => expect(field()).not.toBeNull());
  });

  const field = () => page.querySelector<HTMLInputElement>('#answer');
  const prompt = () => page.querySelector('.prompt')?.textContent;
  const standing = () =>
    page.querySelector('header [aria-hidden=true].numbers, header p span[aria-hidden]')?.textContent;
  const type = (text: string) => {
    field()!.value = text;
    field()!.dispatchEvent(new Event('input'));
    page.querySelector('form')!.dispatchEvent(new Event('submit', { cancelable: true }));
  };
  const press = (key: string, more: KeyboardEventInit = {}) =>
    (document.activeElement ?? document).dispatchEvent(
      new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }),
    );
  const verdict = () => vi.waitFor(() => expect(page.querySelector('tall-verdict')).not.toBeNull());

  it('names each mistake of what was typed, beside what is right, and goes on by the key that is at hand', async () => {
    const article = { kind: 'article', start: 0, end: 2, expected: 'het' };
    const typo = { kind: 'typo', start: 3, end: 8, expected: 'brood' };
    server.willSay(REVIEWS, says(outcome('hard', [article, typo])));
    type('de broot');
    await verdict();
    expect([...page.querySelectorAll('mark')].map(({ textContent }) => textContent)).toEqual(['de', 'broot']);
    expect([...page.querySelectorAll('tall-answer-mark li')].map(({ textContent }) => textContent)).toEqual([
      'mistake.article',
      'mistake.typo',
    ]);
    expect(page.querySelector('.expected')?.textContent).toContain('brood');
    expect(await server.asked(REVIEWS)[0]!.json()).toMatchObject({ answer: { way: 'typed', text: 'de broot' } });

    await fixture.whenStable();
    const onward = document.activeElement as HTMLButtonElement;
    expect(onward.textContent).toContain('verdict.next');
    onward.click();
    await vi.waitFor(() => expect(prompt()).toContain('cheese'));
    expect(document.activeElement).toBe(field());
    expect(standing()).toBe('1 / 2');
  });

  it('shows the answer to whoever types nothing, and is rated by a figure', async () => {
    server.willSay(REVIEWS, says(outcome('good')));
    type('');
    await fixture.whenStable();
    expect(server.asked(REVIEWS)).toEqual([]);
    expect(document.activeElement?.getAttribute('data-rating')).toBe('good');
    press('3');
    await vi.waitFor(() => expect(prompt()).toContain('cheese'));
    expect(await server.asked(REVIEWS)[0]!.json()).toMatchObject({ answer: { way: 'self-rated', rating: 'good' } });
  });

  it('takes the last answer back: its card is asked again', async () => {
    server.willSay(REVIEWS, says(outcome('good'))).willSay(UNDOS, says({}));
    type('');
    await fixture.whenStable();
    press('2');
    await vi.waitFor(() => expect(prompt()).toContain('cheese'));
    press('z', { ctrlKey: true });
    await vi.waitFor(() => expect(prompt()).toContain('bread'));
    expect(standing()).toBe('0 / 2');
    const [undo] = server.asked(UNDOS);
    const reviewId = server.asked(REVIEWS)[0]!.url.split('/').at(-1);
    expect(await undo!.json()).toMatchObject({ reviewId, wordId: 'word-bread' });
    // There is nothing more to take back.
    expect(page.querySelector<HTMLButtonElement>('[aria-keyshortcuts="Control+Z"]')?.disabled).toBe(true);
  });

  it('leaves the keys to a field in which something is', async () => {
    server.willSay(REVIEWS, says(outcome('good')));
    type('');
    await fixture.whenStable();
    press('3');
    await vi.waitFor(() => expect(prompt()).toContain('cheese'));
    await fixture.whenStable();
    field()!.value = 'de ka';
    press('z', { ctrlKey: true });
    expect(server.asked(UNDOS)).toEqual([]);
  });

  it('goes on with the next card when the word was taken back by its authors', async () => {
    server.willSay(REVIEWS, refuses(404, 'not-found'));
    type('het brood');
    await vi.waitFor(() => expect(prompt()).toContain('cheese'));
  });

  it('ends with how it went', async () => {
    server.willSay(REVIEWS, says(outcome('good')), says(outcome('again')), says(outcome('good')));
    for (const key of ['3', '1', '3']) {
      type('');
      await fixture.whenStable();
      const sent = server.asked(REVIEWS).length;
      press(key);
      await vi.waitFor(() => expect(server.asked(REVIEWS)).toHaveLength(sent + 1));
      await vi.waitFor(() => expect(page.querySelector('tall-ratings')).toBeNull());
    }
    expect(page.querySelector('tall-summary')).not.toBeNull();
    expect(page.querySelector('header a')?.getAttribute('aria-label')).toBe('close');
  });

  it('is paused by Escape', () => {
    const go = vi.spyOn(TestBed.inject(Router), 'navigateByUrl').mockResolvedValue(true);
    press('Escape');
    expect(go).toHaveBeenCalledWith(`/cards/${TOPIC}`);
  });
});
