import { describe, expect, it } from 'vitest';

import { dayStart } from '../src/scheduler';
import {
  answerOwn,
  type Ask,
  asked,
  beginsAt,
  belongsTo,
  dueOn,
  judgeOwn,
  type KeptWord,
  laterWeek,
  mondayOf,
  type OwnWord,
  type Progress,
  questionOf,
  type Rules,
  seated,
  seats,
  shown,
  stepped,
  toldOwn,
  waitingWords,
  weekHere,
  weekOf,
} from '../src/words';

const ZONE = 'Europe/Amsterdam';
const HOUR = 3_600_000;
const RULES: Rules = { cycleDays: [1, 2, 4, 6], echoGaps: [1, 2, 4, 8], mostReturns: 3, leechLapses: 8 };
const WAITING: Progress = { stage: 'waiting', cyclesPassed: 0, echoesPassed: 0, lapses: 0, answers: 0, correct: 0 };

function entered(week: string, from = mondayOf(week)): Progress {
  return { ...WAITING, stage: 'learning', run: { week, from, passedBefore: 0 } };
}

/** A word, told day by day. */
class Told {
  constructor(public progress: Progress) {}

  answer(day: string, ask: Ask, correct: boolean, at = dayStart(day, ZONE) + this.progress.answers * 60_000) {
    const answer = { id: String(this.progress.answers), asked: ask, correct, answeredAt: at, zone: ZONE };
    const { after, step } = stepped(this.progress, answer, RULES);
    this.progress = after;
    return step;
  }

  /** Rightly, whatever is asked. */
  pass(day: string) {
    const ask = this.asked(day);
    if (!ask) throw new Error(`nothing is asked on ${day}`);
    return this.answer(day, ask, true);
  }

  asked(day: string): Ask | undefined {
    return asked(this.progress, weekOf(dayStart(day, ZONE) + 8 * HOUR), day, RULES)?.ask;
  }
}

function graduated(): Told {
  const word = new Told(entered('2026-W10'));
  for (const day of ['2026-03-02', '2026-03-03', '2026-03-05']) expect(word.pass(day)).toBe('passed');
  expect(word.pass('2026-03-07')).toBe('graduated');
  return word;
}

/** The cases of `crates/scheduler/src/week.rs` and `crates/scheduler/tests/cohort`. */
describe('weeks of study', () => {
  it('begin on Monday at four in Amsterdam, in winter and in summer', () => {
    expect(beginsAt('2026-W48')).toBe(Date.parse('2026-11-23T03:00:00Z'));
    expect(beginsAt('2026-W27')).toBe(Date.parse('2026-06-29T02:00:00Z'));
    expect(weekOf(Date.parse('2026-11-23T02:59:59.999Z'))).toBe('2026-W47');
    expect(weekOf(Date.parse('2026-11-23T03:00:00Z'))).toBe('2026-W48');
  });

  it('are named by the year of their Thursday', () => {
    expect(laterWeek('2026-W53', 1)).toBe('2027-W01');
    expect(laterWeek('2026-W52', 2)).toBe('2027-W01');
    for (const week of ['2020-W53', '2021-W01', '2024-W52', '2025-W01', '2026-W10', '2026-W53']) {
      expect(weekOf(beginsAt(week))).toBe(week);
      expect(laterWeek(week, 0)).toBe(week);
    }
  });
});

describe('an own word through its weeks', () => {
  it('is asked on days 1, 2, 4 and 6, once a day', () => {
    const word = new Told(entered('2026-W10'));
    const days = [
      ['2026-03-02', 'see'],
      ['2026-03-03', 'recall'],
      ['2026-03-05', 'write'],
      ['2026-03-07', 'use'],
    ] as const;
    for (const [day, ask] of days) {
      expect(word.asked(day)).toBe(ask);
      word.pass(day);
      expect(word.asked(day)).toBeUndefined();
    }
    expect(word.asked('2026-03-04')).toBeUndefined();
    expect(word.progress.stage).toBe('graduated');
  });

  it('stays in its cycle when it was wrong, and comes back three times that day', () => {
    const word = new Told(entered('2026-W10'));
    expect(word.answer('2026-03-02', 'see', false)).toBe('kept');
    for (let time = 0; time < 3; time += 1) {
      expect(word.asked('2026-03-02')).toBe('see');
      expect(word.answer('2026-03-02', 'see', false)).toBe('returned');
    }
    expect(word.asked('2026-03-02')).toBeUndefined();
    expect(word.answer('2026-03-02', 'see', true)).toBe('practised');
    // Its first meeting is no lapse.
    expect(word.progress).toMatchObject({ lapses: 0, answers: 5, cyclesPassed: 0 });
    expect(word.asked('2026-03-03')).toBe('see');
  });

  it('goes on next week from where it was, with the same gaps', () => {
    const word = new Told(entered('2026-W10'));
    word.pass('2026-03-06');
    expect(word.asked('2026-03-07')).toBe('recall');
    for (const [day, ask] of [
      ['2026-03-09', 'recall'],
      ['2026-03-10', 'write'],
      ['2026-03-12', 'use'],
    ] as const) {
      expect(word.asked(day)).toBe(ask);
      word.pass(day);
    }
    expect(word.progress.stage).toBe('graduated');
  });

  it('counts its days from where it came in', () => {
    const word = new Told(entered('2026-W10', '2026-03-04'));
    const due = () => dueOn(word.progress, '2026-W10', RULES);
    expect(due()).toBe('2026-03-04');
    word.pass('2026-03-04');
    expect(due()).toBe('2026-03-05');
    word.pass('2026-03-05');
    expect(due()).toBe('2026-03-07');
  });

  it('returns by echoes after 1, 3, 7 and 15 weeks, and then is known', () => {
    const word = graduated();
    for (const [monday, weeks] of [
      ['2026-03-09', 1],
      ['2026-03-23', 3],
      ['2026-04-20', 7],
      ['2026-06-15', 15],
    ] as const) {
      expect(word.progress.echoFrom).toBe(laterWeek('2026-W10', weeks));
      expect(word.asked(monday)).toBe('echo');
      word.pass(monday);
    }
    expect(word.progress.stage).toBe('known');
    expect(word.asked('2026-12-31')).toBeUndefined();
  });

  it('begins anew with the next cohort when an echo is forgotten', () => {
    const word = graduated();
    expect(word.answer('2026-03-10', 'echo', false)).toBe('forgotten');
    expect(word.answer('2026-03-10', 'echo', true)).toBe('returned');
    expect(word.progress.lapses).toBe(1);
    expect(word.asked('2026-03-15')).toBeUndefined();
    expect([belongsTo(word.progress, '2026-W11'), belongsTo(word.progress, '2026-W12')]).toEqual([false, true]);
    expect(word.asked('2026-03-16')).toBe('see');
  });

  it('is set aside after eight lapses', () => {
    const word = new Told(entered('2026-W10'));
    word.pass('2026-03-02');
    for (const day of [3, 4, 5, 6, 7, 8, 9]) expect(word.answer(`2026-03-0${day}`, 'recall', false)).toBe('kept');
    expect(word.answer('2026-03-10', 'recall', false)).toBe('set-aside');
    expect(word.progress).toMatchObject({ stage: 'leech', lapses: 8 });
    expect(word.asked('2026-03-11')).toBeUndefined();
  });

  it('is moved by no answer that was not asked', () => {
    const word = new Told(entered('2026-W10'));
    for (const ask of ['recall', 'write', 'use', 'echo'] as const) {
      expect(word.answer('2026-03-02', ask, true)).toBe('practised');
    }
    expect(word.progress).toMatchObject({ cyclesPassed: 0, answers: 4, correct: 4 });
    expect(new Told(WAITING).answer('2026-03-02', 'see', true)).toBe('practised');
  });

  it('has the days of the zone in which it was answered', () => {
    const answer = { id: '1', asked: 'see' as const, correct: true, answeredAt: Date.parse('2026-03-04T02:00:00Z') };
    const day = (zone: string) => stepped(entered('2026-W10'), { ...answer, zone }, RULES).after.tried?.day;
    expect([day(ZONE), day('Asia/Tokyo')]).toEqual(['2026-03-03', '2026-03-04']);
  });
});

const AT = '2026-03-01T10:00:00.000Z';
function own(id: string, progress: Progress, more: Partial<OwnWord> = {}): OwnWord {
  return {
    wordId: id,
    lemma: 'brood',
    headword: 'het brood',
    partOfSpeech: 'noun',
    noun: { articles: ['het'], plural: 'broden' },
    glosses: { en: 'bread; loaf', ru: 'хлеб' },
    contexts: [],
    tags: [],
    lists: [],
    source: { kind: 'manual' },
    addedAt: AT,
    changedAt: AT,
    rev: 1,
    progress,
    ...more,
  };
}

function sentence(id: string, text: string, parts: { start: number; end: number }[]): OwnWord['contexts'][number] {
  return { contextId: id, metAt: AT, sentence: { text, parts } };
}

/** The cases of `services/learning-cards/src/domain/question.rs`. */
describe('what is asked of an own word', () => {
  const brood = own('a', WAITING, { contexts: [sentence('c', 'Vers brood!', [{ start: 5, end: 10 }])] });
  const typed = (text: string, more = {}) => ({ way: 'typed' as const, text, ...more });

  it('is asked in its own way in each cycle', () => {
    const told = (['see', 'recall', 'echo', 'write', 'use'] as const).map((ask) => {
      const view = shown(ask, questionOf(brood, ask, 'en'));
      return [view.prompt, Object.values(view.expected).join(', '), view.contextId];
    });
    expect(told).toEqual([
      ['het brood', 'bread; loaf', undefined],
      ['bread; loaf', 'het brood', undefined],
      ['bread; loaf', 'het brood', undefined],
      ['bread; loaf', 'het brood, broden', undefined],
      ['Vers …!', 'brood', 'c'],
    ]);
    expect(questionOf(brood, 'recall', 'ru').prompt).toBe('хлеб');
  });

  it('counts every form where it is written, the article above all', () => {
    const write = questionOf(brood, 'write', 'en');
    expect(judgeOwn('write', write, typed('het brood', { plural: 'de broden' }))).toMatchObject({ correct: true });
    const lacking = judgeOwn('write', write, typed('het brood'));
    expect(lacking).toMatchObject({ correct: false, rating: 'again', passes: false });
    expect(lacking.mistakes.every(({ form }) => form === 'plural')).toBe(true);
    const article = judgeOwn('write', write, typed('de brood', { plural: 'broden' }));
    expect(article).toMatchObject({ rating: 'hard', passes: false });
    expect(article.mistakes[0]).toMatchObject({ form: 'word', kind: 'article' });
    expect(judgeOwn('recall', questionOf(brood, 'recall', 'en'), typed('de brood')).passes).toBe(true);
  });

  const verb = (lemma: string, forms: OwnWord['verb'], headword = lemma): OwnWord =>
    own('b', WAITING, { lemma, headword, partOfSpeech: 'verb', noun: null, verb: forms });

  it.each([
    [[], ['gelopen', 'heeft gelopen', 'is gelopen'], []],
    [['zijn'], ['gelopen', 'is gelopen'], ['heeft gelopen']],
  ] as const)('takes a participle with its auxiliary and without: %o', (auxiliaries, right, wrong) => {
    const lopen = verb('lopen', { pastSingular: 'liep', participle: 'gelopen', auxiliaries: [...auxiliaries] });
    const judged = (participle: string) =>
      judgeOwn('write', questionOf(lopen, 'write', 'en'), typed('lopen', { past: 'liep', participle }));
    for (const participle of right) expect(judged(participle).correct).toBe(true);
    for (const participle of wrong) expect(judged(participle).mistakes).toMatchObject([{ kind: 'auxiliary' }]);
  });

  it.each([
    verb('vergissen', { pastSingular: 'vergiste', participle: 'vergist', auxiliaries: ['hebben'] }, 'zich vergissen'),
    verb('zich vergissen', { pastSingular: 'vergiste zich', participle: 'zich vergist', auxiliaries: ['hebben'] }),
  ])('may leave zich out: $lemma', (word) => {
    const write = questionOf(word, 'write', 'en');
    const without = judgeOwn('write', write, typed('vergissen', { past: 'vergiste', participle: 'vergist' }));
    expect(without).toMatchObject({ correct: true, expected: 'zich vergissen, vergiste zich, heeft zich vergist' });
    const forms = { past: 'vergiste zich', participle: 'heeft zich vergist' };
    expect(judgeOwn('write', write, typed('zich vergissen', forms)).correct).toBe(true);
  });

  it('names a wrong form', () => {
    const plural = judgeOwn('write', questionOf(brood, 'write', 'en'), typed('het brood', { plural: 'broods' }));
    expect(plural.mistakes).toMatchObject([{ form: 'plural', kind: 'plural' }]);
    const lopen = verb('lopen', { pastSingular: 'liep', participle: 'gelopen' });
    const forms = { past: 'loopte', participle: 'geloopt' };
    expect(judgeOwn('write', questionOf(lopen, 'write', 'en'), typed('lopen', forms)).mistakes).toMatchObject([
      { form: 'past', kind: 'past' },
      { form: 'participle', kind: 'participle' },
    ]);
    const met = { ...lopen, contexts: [sentence('1', 'Ik loop naar huis.', [{ start: 3, end: 7 }])] };
    expect(judgeOwn('use', questionOf(met, 'use', 'en'), typed('loopt')).mistakes).toMatchObject([{ kind: 'dt' }]);
  });

  it('fills a gap with the form of its sentence, whatever its capitals', () => {
    const contexts = [
      sentence('1', 'Niets.', []),
      sentence('2', 'Twee broden.', [{ start: 5, end: 11 }]),
      sentence('3', 'Bel me vanavond op.', [
        { start: 0, end: 3 },
        { start: 16, end: 18 },
      ]),
    ];
    const word = own('a', WAITING, { contexts });
    const first = questionOf(word, 'use', 'en');
    expect([first.prompt, first.contextId]).toEqual(['Twee ….', '2']);
    expect(judgeOwn('use', first, typed('brood')).correct).toBe(false);
    const chosen = questionOf(word, 'use', 'en', '3');
    expect(chosen.prompt).toBe('… me vanavond ….');
    expect(judgeOwn('use', chosen, typed('bel op')).correct).toBe(true);
    expect(questionOf(own('a', WAITING), 'use', 'en').prompt).toBe('bread; loaf');
  });

  it('judges a meaning as a meaning', () => {
    const see = questionOf(brood, 'see', 'en');
    for (const right of ['bread', 'Loaf', 'the bread']) expect(judgeOwn('see', see, typed(right)).correct).toBe(true);
    expect(judgeOwn('see', see, typed('')).correct).toBe(false);
    expect(judgeOwn('see', see, { way: 'self-rated', rating: 'good' })).toMatchObject({ rating: 'good', passes: true });
  });
});

describe('own words on a device', () => {
  const NOON = Date.parse('2026-03-03T11:00:00Z');
  const learning = entered('2026-W10');
  const yesterday = (day: string): Progress => ({
    ...learning,
    cyclesPassed: 1,
    tried: { day, asked: 'see', correct: true, returns: 0, again: false },
  });
  const kept = (id: string, place: number, progress: Progress, more: Partial<KeptWord> = {}): KeptWord => ({
    id,
    place,
    word: own(id, progress),
    log: [],
    ...more,
  });
  const week = (...words: KeptWord[]) => ({ words, rules: RULES, now: NOON, zone: ZONE, language: 'en' });
  const submitted = (id: string, text: string, asked: Ask = 'see') => ({
    reviewId: id,
    asked,
    answer: { way: 'typed' as const, text },
    answeredAt: new Date(NOON).toISOString(),
    zone: ZONE,
  });

  it('are asked the longest ago first, new ones in between in their order', () => {
    const words = [
      kept('n2', 3, learning),
      kept('n1', 2, learning),
      kept('m2', 1, yesterday('2026-03-02')),
      kept('m1', 0, yesterday('2026-03-01')),
    ];
    expect(seats(week(...words), 10).map(({ wordId }) => wordId)).toEqual(['m1', 'n1', 'm2', 'n2']);
    expect(seats(week(...words), 3).map(({ wordId }) => wordId)).toEqual(['m1', 'm2', 'n1']);
    expect(waitingWords(week(...words))).toEqual({ due: 2, fresh: 2 });
  });

  it('wait for the week that has them, and for the topic that asked them', () => {
    const later = new Date(NOON + HOUR).toISOString();
    expect(seats(week(kept('a', 0, learning, { notBefore: later })), 10)).toEqual([]);
    const sooner = new Date(NOON - HOUR).toISOString();
    expect(seats(week(kept('a', 0, learning, { notBefore: sooner })), 10)).toHaveLength(1);
  });

  it('come back in their sitting while they are wrong', () => {
    const before = kept('a', 0, learning);
    const places = seats(week(before), 10);
    const sitting = { sessionId: 's', arrangedAt: new Date(NOON - 1).toISOString(), places };
    expect(seated(week(before), sitting)).toMatchObject({ done: 0, words: [{ unmet: true, answered: false }] });
    const wrong = answerOwn(before, submitted('1', 'water'), 'en', RULES);
    expect(wrong.outcome).toMatchObject({ correct: false, step: 'kept', again: 'see', expected: 'bread; loaf' });
    expect(seated(week(wrong.kept), sitting)).toMatchObject({ done: 0, words: [{ answered: true, again: true }] });
    const right = answerOwn(wrong.kept, submitted('2', 'bread'), 'en', RULES);
    expect(right.outcome).toMatchObject({ correct: true, step: 'returned', cyclesPassed: 0 });
    expect(right.outcome.again).toBeUndefined();
    expect(seated(week(right.kept), sitting)).toMatchObject({ done: 1, words: [{ answered: true, again: false }] });
  });

  it('stand the same before and after the server has taken the answers', () => {
    const { kept: here } = answerOwn(kept('a', 0, learning), submitted('1', 'bread'), 'en', RULES);
    const there = own('a', stepped(learning, here.log[0]!, RULES).after);
    const told = toldOwn(here, there, new Set());
    expect(told.log).toEqual([]);
    expect(seats(week(told), 10)).toEqual(seats(week(here), 10));
    // One that was given meanwhile stays on top.
    expect(toldOwn(here, there, new Set(['1'])).log).toHaveLength(1);
  });

  it('show the week with what is in it, and why', () => {
    const behind = entered('2026-W09');
    const echo: Progress = { ...WAITING, stage: 'graduated', cyclesPassed: 4, echoFrom: '2026-W10' };
    const learnt: Progress = { ...echo, echoFrom: '2026-W11', graduatedAt: '2026-03-02T10:00:00Z' };
    const longAgo: Progress = { ...learnt, graduatedAt: '2026-02-20T10:00:00Z' };
    const words = [
      kept('next', 5, entered('2026-W11')),
      kept('ago', 4, longAgo),
      kept('learnt', 3, learnt),
      kept('echo', 2, echo),
      kept('behind', 1, behind),
      kept('new', 0, yesterday('2026-03-02')),
    ];
    const shownNow = weekHere(week(...words));
    expect(shownNow.beginsAt).toBe('2026-03-02T03:00:00.000Z');
    expect(shownNow.words.map(({ wordId, why, askedToday, dueOn }) => [wordId, why, askedToday, dueOn])).toEqual([
      ['new', 'new', 'recall', '2026-03-03'],
      ['behind', 'carried', 'see', '2026-03-02'],
      ['echo', 'echo', 'echo', undefined],
      ['learnt', 'new', undefined, undefined],
    ]);
  });

  it('take an answer once', () => {
    const once = answerOwn(kept('a', 0, learning), submitted('1', 'bread'), 'en', RULES).kept;
    expect(answerOwn(once, submitted('1', 'bread'), 'en', RULES).kept).toBe(once);
  });
});
