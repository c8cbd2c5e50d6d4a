import { afterEditing } from './after-editing';

describe('after a word was put right', () => {
  it('its student is back in the sitting that they came from', () => {
    expect(afterEditing('brood', '/dictionary/week/sessions/s')).toBe('/dictionary/week/sessions/s');
  });

  it('its student is at the word who came from nowhere else, or from another site', () => {
    expect(afterEditing('brood', undefined)).toBe('/dictionary/words/brood');
    expect(afterEditing('brood', 'https://elsewhere.example')).toBe('/dictionary/words/brood');
  });
});
