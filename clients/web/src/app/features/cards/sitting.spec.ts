import type { SessionCard, SessionView } from './cards-api';
import { answered, begin, current, done, passedOver, resultOf, type Sitting } from './sitting';

const AGAIN = { rating: 'again', correct: false };
const GOOD = { rating: 'good', correct: true };

function view(count: number, answeredBefore = 0): SessionView {
  const cards = Array.from({ length: count }, (_, index) => ({
    cardId: `card-${String(index)}`,
    answered: index < answeredBefore,
  })) as SessionCard[];
  return { id: 's', topicId: 't', arrangedAt: '', practice: false, answered: answeredBefore, cards };
}

const asked = (sitting: Sitting) => current(sitting)?.cardId;

describe('a sitting', () => {
  it('goes on with the first card that was not answered', () => {
    const sitting = begin(view(4, 2));
    expect(asked(sitting)).toBe('card-2');
    expect(done(sitting)).toBe(2);
    expect(sitting.total).toBe(4);
  });

  it('asks the next card after a right answer', () => {
    expect(asked(answered(begin(view(3)), GOOD))).toBe('card-1');
  });

  it('asks a card that went wrong again, after five others', () => {
    let sitting = answered(begin(view(8)), AGAIN);
    for (let index = 1; index <= 5; index += 1) {
      expect(asked(sitting)).toBe(`card-${String(index)}`);
      sitting = answered(sitting, GOOD);
    }
    expect(asked(sitting)).toBe('card-0');
  });

  it('asks it at the end where fewer are left', () => {
    let sitting = answered(begin(view(2)), AGAIN);
    sitting = answered(sitting, GOOD);
    expect(asked(sitting)).toBe('card-0');
    expect(asked(answered(sitting, GOOD))).toBeUndefined();
  });

  it('lets a card rest that went wrong four times', () => {
    let sitting = begin(view(1));
    for (let time = 0; time < 4; time += 1) {
      expect(asked(sitting)).toBe('card-0');
      sitting = answered(sitting, AGAIN);
    }
    expect(asked(sitting)).toBeUndefined();
  });

  it('counts the first answer to a card, whatever comes after', () => {
    let sitting = answered(begin(view(1)), AGAIN);
    sitting = answered(sitting, GOOD);
    expect([...sitting.results.values()]).toEqual(['wrong']);
    expect(done(sitting)).toBe(1);
  });

  it('asks what is to be heard where there is a sound of it, and nothing that it does not know', () => {
    const [heard, silent, unknown] = view(3).cards as [SessionCard, SessionCard, SessionCard];
    const sitting = begin({
      ...view(0),
      cards: [
        { ...silent, kind: 'dictation', word: { ...silent.word } },
        { ...unknown, kind: 'unknown' },
        {
          ...heard,
          kind: 'dictation',
          word: { ...heard.word, audio: { url: '/media/words/brood.opus', synthetic: true } },
        },
      ],
    });
    expect(asked(sitting)).toBe('card-0');
    expect(sitting.total).toBe(1);
  });

  it('passes over a card that is gone', () => {
    const sitting = passedOver(begin(view(2)));
    expect(asked(sitting)).toBe('card-1');
    expect(sitting.results.size).toBe(0);
  });

  it('tells a slip from a mistake', () => {
    expect(resultOf(GOOD)).toBe('right');
    expect(resultOf({ rating: 'easy', correct: true })).toBe('right');
    expect(resultOf({ rating: 'hard', correct: true })).toBe('almost');
    expect(resultOf({ rating: 'hard', correct: false })).toBe('almost');
    expect(resultOf(AGAIN)).toBe('wrong');
  });
});
