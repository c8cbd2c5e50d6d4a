import { changeOf, measureOf, typedOf } from './week-measure';

const zone = 'Europe/Amsterdam';

describe('the settings of the week', () => {
  it('are shown as they are set', () => {
    expect(typedOf({ zone, minutesADay: 25 }, 'UTC', 'ru')).toEqual({
      measure: 'minutes',
      amount: '25',
      language: 'ru',
      zone,
    });
  });

  it('propose what is usual of the measure that is not set', () => {
    expect(measureOf({ zone, minutesADay: 25 }, 'words')).toBe('20');
  });

  it('say one thing in one way', () => {
    expect(changeOf({ measure: 'words', amount: '30', language: 'en', zone })).toEqual({
      wordsAWeek: 30,
      language: 'en',
      zone,
    });
  });
});
