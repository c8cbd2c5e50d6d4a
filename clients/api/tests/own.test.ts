import { expect, it } from 'vitest';

import { own } from '../src/own';

it('gives what is kept under a name, and nothing of what every object answers to', () => {
  const said = JSON.parse('{"ru": "хлеб", "__proto__": "own", "constructor": "own"}') as Record<string, string>;
  expect(own(said, 'ru')).toBe('хлеб');
  expect(own(said, 'en')).toBeUndefined();
  expect([own(said, '__proto__'), own(said, 'constructor')]).toEqual(['own', 'own']);
  expect(['__proto__', 'constructor', 'toString'].map((name) => own({}, name))).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});
