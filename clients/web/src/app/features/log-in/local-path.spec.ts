import { localPath } from './local-path';

describe('localPath', () => {
  it.each([
    ['/cards', '/cards'],
    ['/cards?x=1', '/cards?x=1'],
    [undefined, '/'],
    ['', '/'],
    ['https://evil.example', '/'],
    ['//evil.example', '/'],
    ['/\\evil.example', '/'],
    ['javascript:alert(1)', '/'],
  ])('%s leads to %s', (wanted, path) => {
    expect(localPath(wanted)).toBe(path);
  });
});
