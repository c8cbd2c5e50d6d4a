import { joinedAnswer } from './joined-answer';

describe('an answer with its forms', () => {
  it('is one line, with each mistake in its place', () => {
    const { text, mistakes } = joinedAnswer({ way: 'typed', text: 'de brood', plural: 'brooden' }, [
      { form: 'plural', kind: 'plural', expected: 'broden', start: 0, end: 7 },
      { form: 'word', kind: 'article', expected: 'het', start: 0, end: 2 },
    ]);
    expect(text).toBe('de brood, brooden');
    const shown = mistakes.map(({ start, end }) => text.slice(start, end));
    expect(shown).toEqual(['de', 'brooden']);
  });

  it('is what was typed where nothing else was asked', () => {
    expect(joinedAnswer({ way: 'typed', text: 'bread' }, [])).toEqual({ text: 'bread', mistakes: [] });
  });
});
