import { base64Of } from './base64';

describe('base64', () => {
  it('is that of all bytes, also of more than one part', () => {
    const bytes = Uint8Array.from({ length: 100_000 }, (_, index) => index % 251);
    expect(Uint8Array.from(atob(base64Of(bytes)), (letter) => letter.charCodeAt(0))).toEqual(bytes);
  });

  it('of nothing is nothing', () => {
    expect(base64Of(new Uint8Array())).toBe('');
  });
});
