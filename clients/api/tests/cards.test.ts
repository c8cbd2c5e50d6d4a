import { describe, expect, it } from 'vitest';
import {
  answer,
  type CardStateView,
  type CardView,
  inLanguage,
  judge,
  type KeptCard,
  places,
  schedulerOf,
  standingOf,
  type Submitted,
  type Table,
  takenBack,
  told,
  tomorrow,
  waiting,
} from '../src/cards';

const ZONE = 'Europe/Amsterdam';
const NOON = Date.parse('2026-03-10T11:00:00Z');
const DAY = 86_400_000;
const SCHEDULER = schedulerOf({
  algorithm: 'fsrs-6',
  parameters: 0,
  desiredRetention: 0.9,
  week: [100, 100, 100, 100, 100, 100, 100],
});
type Kind = CardView['kind'];

const BROOD: CardView['word'] = {
  headword: 'het brood',
  lemma: 'brood',
  partOfSpeech: 'noun',
  level: 'A1',
  forms: { plural: 'broden', diminutive: 'broodje' },
  glosses: { en: 'bread; loaf', ru: 'хлеб' },
  examples: [],
};

const OPSTAAN: CardView['word'] = {
  ...BROOD,
  headword: 'opstaan',
  lemma: 'opstaan',
  partOfSpeech: 'verb',
  forms: {
    pastSingular: 'stond op',
    pastPlural: 'stonden op',
    participle: 'opgestaan',
    auxiliary: 'zijn',
    particle: 'op',
  },
};

function view(kind: Kind, prompt: string, expected: string, word = BROOD): CardView {
  return { cardId: `${word.lemma}-${kind}`, wordId: word.lemma, kind, prompt, expected, phase: 'new', word };
}

const RECALL = view('recall', 'bread; loaf', 'het brood');
const RECOGNITION = view('recognition', 'het brood', 'bread; loaf');

function kept(word: string, kind: Kind = 'recognition', more: Partial<KeptCard> = {}): KeptCard {
  const lemma = { ...BROOD, lemma: word, headword: `het ${word}` };
  const card = { ...view(kind, '', '', lemma), cardId: `${word}-${kind}`, wordId: word };
  const newWord = kind === 'recognition';
  const blank = { place: 0, packedNew: true, newWord, ofExam: false, log: [], undone: [], marks: [] };
  return { id: card.cardId, card, ...blank, ...more };
}

function base(id: string, more: Partial<CardStateView> = {}): CardStateView {
  const at = new Date(NOON - 10 * DAY).toISOString();
  return {
    cardId: id,
    wordId: id,
    kind: 'recognition',
    phase: 'review',
    step: 0,
    stability: 10,
    difficulty: 5,
    intervalDays: 10,
    dueAt: new Date(NOON - 1).toISOString(),
    last: { reviewId: '00', at, day: at.slice(0, 10) },
    reviews: 3,
    lapses: 0,
    parameters: 0,
    desiredRetention: 0.9,
    ...more,
  };
}

const met = (word: string, more: Partial<CardStateView> = {}, kind: Kind = 'recognition') =>
  kept(word, kind, { packedNew: false, base: base(`${word}-${kind}`, more) });

function table(cards: readonly KeptCard[], more: Partial<Table> = {}): Table {
  const metBefore = { day: '2026-03-10', words: 0, kinds: 0 };
  return { cards, scheduler: SCHEDULER, newWords: 20, metBefore, now: NOON, zone: ZONE, ...more };
}

const asked = (cards: readonly KeptCard[], more: Partial<Table> = {}, most = 20) =>
  places(table(cards, more), most).map(({ id }) => id);

function submitted(text: string, more: Partial<Submitted> = {}): Submitted {
  const answeredAt = new Date(NOON).toISOString();
  return { reviewId: '01', answer: { way: 'typed', text }, answeredAt, zone: ZONE, practice: false, ...more };
}

const rated = (card: CardView, text: string) => {
  const { rating, correct, mistakes } = judge(card, { way: 'typed', text });
  return [rating, correct, ...mistakes.map(({ kind }) => kind)];
};

describe('what an answer is worth', () => {
  it('what is shown as right is right, in every kind', () => {
    for (const card of [
      RECALL,
      RECOGNITION,
      view('article', 'brood', 'het'),
      view('forms', 'het brood', 'de broden'),
      view('gap', 'Ik eet ___.', 'brood'),
      view('dictation', '', 'het brood'),
      view('forms', 'opstaan', 'stond op, is opgestaan', OPSTAAN),
      view('recall', 'to get up', 'opstaan', OPSTAAN),
    ]) {
      expect(rated(card, card.expected), `${card.kind}: ${card.expected}`).toEqual(['good', true]);
    }
  });

  it('forms may be given without what goes with them', () => {
    const forms = view('forms', 'het brood', 'de broden');
    expect(rated(forms, 'broden')).toEqual(['good', true]);
    const verb = view('forms', 'opstaan', 'stond op, is opgestaan', OPSTAAN);
    for (const given of ['stond op opgestaan', 'stond op, opgestaan'])
      expect(rated(verb, given)).toEqual(['good', true]);
    for (const given of ['stond op, heeft opgestaan', 'stond op', 'opgestaan'])
      expect(rated(verb, given)[1]).toBe(false);
  });

  it('a wrong form is named', () => {
    expect(rated(view('forms', 'het brood', 'de broden'), 'broods')).toEqual(['again', false, 'plural']);
    const forms = view('forms', 'opstaan', 'stond op, is opgestaan', OPSTAAN);
    expect(rated(forms, 'stande op, is opgestaan')).toEqual(['again', false, 'past']);
    expect(rated(forms, 'stond op, is geopstaan')).toEqual(['again', false, 'participle']);
    expect(rated(forms, 'stond op, heeft opgestaan')).toEqual(['again', false, 'auxiliary']);
  });

  it('the subject beside a gap tells a verb', () => {
    const gap = view('gap', 'Ik ___ elke dag om zeven uur ___.', 'sta op', OPSTAAN);
    expect(rated(gap, 'staat op')).toEqual(['again', false, 'dt']);
  });

  it('zich may be left out', () => {
    const forms = { ...OPSTAAN.forms, pastSingular: 'verveelde', participle: 'verveeld', auxiliary: 'hebben' };
    const word = { ...OPSTAAN, lemma: 'vervelen', headword: 'zich vervelen', forms };
    for (const given of ['zich vervelen', 'vervelen'])
      expect(rated(view('recall', 'to be bored', 'zich vervelen', word), given)).toEqual(['good', true]);
    const asked = view('forms', 'zich vervelen', 'verveelde zich, heeft zich verveeld', word);
    for (const given of [asked.expected, 'verveelde, verveeld']) expect(rated(asked, given)).toEqual(['good', true]);
  });

  it('the other article is nearly right with its word, and wrong alone', () => {
    expect(rated(RECALL, 'de brood')).toEqual(['hard', false, 'article']);
    expect(rated(view('article', 'brood', 'het'), 'de')).toEqual(['again', false, 'article']);
    expect(rated(view('article', 'brood', 'het'), 'het brood')).toEqual(['good', true]);
  });

  it('what is heard may be written without its article, not with another', () => {
    const heard = view('dictation', '', 'het brood');
    expect(rated(heard, 'brood')).toEqual(['good', true]);
    expect(rated(heard, 'de brood')[1]).toBe(false);
  });

  it('a choice is right or wrong', () => {
    expect(judge(RECALL, { way: 'chosen', text: 'het brood' }).rating).toBe('good');
    const near = judge(RECALL, { way: 'chosen', text: 'de brood' });
    expect([near.rating, near.mistakes[0]?.expected]).toEqual(['again', 'het brood']);
  });

  it('asks in the language of the student, whichever it was packed in', () => {
    const russian = inLanguage({ ...RECOGNITION, choices: ['bread; loaf', 'cheese'] }, 'ru');
    expect([russian.expected, russian.choices]).toEqual(['хлеб', []]);
    expect(inLanguage(RECALL, 'ru').prompt).toBe('хлеб');
    expect(inLanguage({ ...RECOGNITION, choices: ['bread; loaf', 'cheese'] }, 'en').choices).toHaveLength(2);
  });
});

describe('a card on a device', () => {
  it('moves on by an answer, and back when that is taken back', () => {
    const card = kept('brood', 'recall');
    const taken = answer(card, RECALL, submitted('het brood'), SCHEDULER);
    expect(taken.outcome).toMatchObject({ rating: 'good', correct: true, phase: 'learning', answers: 1 });
    expect(taken.kept.introducedOn).toBe('2026-03-10');
    const back = takenBack(taken.kept, '01', SCHEDULER);
    expect(standingOf(back, SCHEDULER).state.phase).toBe('new');
    expect(back.introducedOn).toBeUndefined();
  });

  it('keeps an answer once, and lets practice move nothing', () => {
    const once = answer(kept('brood'), RECALL, submitted('het brood'), SCHEDULER).kept;
    expect(answer(once, RECALL, submitted('het brood'), SCHEDULER).kept).toEqual(once);
    const practice = answer(kept('brood'), RECALL, submitted('zzz', { practice: true }), SCHEDULER);
    expect(practice.kept.log).toEqual([]);
    expect(practice.outcome).toMatchObject({ rating: 'again', phase: 'new' });
  });

  it('stands the same before and after the server has taken its answer', () => {
    const before = met('brood');
    const after = answer(before, RECALL, submitted('het brood'), SCHEDULER).kept;
    const { state } = standingOf(after, SCHEDULER);
    const server = base(after.id, {
      ...state,
      stability: state.memory?.stability,
      difficulty: state.memory?.difficulty,
      dueAt: new Date(state.dueAt ?? 0).toISOString(),
      last: { reviewId: '01', at: new Date(NOON).toISOString(), day: '2026-03-10' },
    });
    const known = told(after, server);
    expect(known.log).toEqual([]);
    expect(standingOf(known, SCHEDULER).state).toEqual(state);
  });

  it('keeps an answer of which the server does not know yet on top of what it tells', () => {
    const after = answer(met('brood'), RECALL, submitted('zzz'), SCHEDULER).kept;
    const known = told(after, base(after.id, { reviews: 4 }));
    expect(known.log).toHaveLength(1);
    expect(standingOf(known, SCHEDULER).state).toMatchObject({ phase: 'relearning', reviews: 5 });
  });

  it('is not asked while suspended or put off', () => {
    const mark = (what: 'suspended' | 'buried' | 'resumed', at: number) => ({
      id: what,
      mark: what,
      markedAt: at,
      zone: ZONE,
    });
    const suspended = { ...met('brood'), marks: [mark('suspended', NOON)] };
    expect(standingOf(suspended, SCHEDULER)).toMatchObject({ setAside: 'suspended', askAt: undefined });
    const resumed = { ...suspended, marks: [mark('resumed', NOON + 1), mark('suspended', NOON)] };
    expect(standingOf(resumed, SCHEDULER).setAside).toBeUndefined();
    const buried = { ...met('brood'), marks: [mark('buried', NOON)] };
    expect(standingOf(buried, SCHEDULER).askAt).toBe(Date.parse('2026-03-11T03:00:00Z'));
    expect(tomorrow(NOON, ZONE)).toBe(Date.parse('2026-03-11T03:00:00Z'));
  });

  it('is a leech after eight lapses, and one that was brought back after four more', () => {
    const forgotten = (lapses: number) =>
      answer(met('brood', { lapses }), RECALL, submitted('zzz'), SCHEDULER).outcome.setAside;
    expect([forgotten(6), forgotten(7), forgotten(9)]).toEqual([false, true, false]);
    expect(standingOf(met('brood', { lapses: 8, setAside: 'leech' }), SCHEDULER).setAside).toBe('leech');
  });
});

describe('a sitting on a device', () => {
  it('asks what waits, least likely to be recalled first, and new ones between', () => {
    const cards = [
      met('sure', { stability: 50 }),
      met('shaky', { stability: 2 }),
      met('later', { dueAt: new Date(NOON + 1).toISOString() }),
      kept('new'),
    ];
    expect(asked(cards)).toEqual(['shaky-recognition', 'sure-recognition', 'new-recognition']);
    expect(asked(cards, {}, 1)).toEqual(['shaky-recognition']);
  });

  it('asks one card of a word a day', () => {
    const today = { reviewId: '00', at: new Date(NOON - 3_600_000).toISOString(), day: '2026-03-10' };
    const answered = met('brood', { dueAt: new Date(NOON + DAY).toISOString(), last: today });
    expect(asked([answered, kept('brood', 'recall'), kept('kaas')])).toEqual(['kaas-recognition']);
    expect(asked([met('brood'), met('brood', { stability: 2 }, 'recall')])).toEqual(['brood-recall']);
  });

  it('meets as many new words a day as the student chose, and new kinds beside them, by turns', () => {
    const words = ['a', 'b', 'c', 'd'].map((word, place) => kept(word, 'recognition', { place }));
    const kinds = ['e', 'f', 'g'].map((word, place) => kept(word, 'recall', { place }));
    expect(asked([...words, ...kinds], { newWords: 2 })).toEqual([
      'a-recognition',
      'e-recall',
      'b-recognition',
      'f-recall',
    ]);
    const metBefore = { day: '2026-03-10', words: 1, kinds: 2 };
    expect(asked([...words, ...kinds], { newWords: 2, metBefore })).toEqual(['a-recognition']);
    expect(asked([...words, ...kinds], { newWords: 2, metBefore, now: NOON + DAY })).toHaveLength(4);
    const first = answer(kept('z'), RECALL, submitted('het brood'), SCHEDULER).kept;
    expect(asked([first, ...words], { newWords: 2 })).toContain('a-recognition');
    expect(waiting(table([first, ...words], { newWords: 2 }))).toEqual({ due: 0, fresh: 1 });
  });

  it('leaves a word that was answered elsewhere until tomorrow', () => {
    const notBefore = new Date(tomorrow(NOON, ZONE)).toISOString();
    const cards = [{ ...met('brood'), notBefore }, kept('kaas', 'recognition', { notBefore })];
    expect(asked(cards)).toEqual([]);
    expect(asked(cards, { now: NOON + DAY })).toHaveLength(2);
  });

  it('meets the words of an exam in equal shares before its day', () => {
    const words = Array.from({ length: 12 }, (_, place) =>
      kept(`w${String(place).padStart(2, '0')}`, 'recognition', { place, ofExam: true }),
    );
    const exam = { on: '2026-03-13', unseen: 12, metToday: 0 };
    expect(asked(words, { newWords: 2, exam })).toHaveLength(4);
    expect(asked(words, { newWords: 5, exam })).toHaveLength(5);
    expect(asked(words, { newWords: 2, exam, now: NOON + 2 * DAY })).toHaveLength(12);
    expect(asked(words, { newWords: 2, exam, now: NOON + 3 * DAY })).toHaveLength(2);

    const metBefore = { day: '2026-03-10', words: 4, kinds: 0 };
    const half = { newWords: 2, exam: { ...exam, metToday: 4 }, metBefore };
    expect(asked(words.slice(4), half)).toEqual([]);
    expect(asked(words.slice(4), { ...half, now: NOON + DAY })).toHaveLength(4);

    const here = words.map((word, place) => (place < 4 ? { ...word, introducedOn: '2026-03-10' } : word));
    expect(waiting(table(here, { newWords: 2, exam })).fresh).toBe(0);
    expect(waiting(table(here, { newWords: 2, exam, now: NOON + DAY })).fresh).toBe(4);
  });
});
