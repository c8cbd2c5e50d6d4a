// Whose data look-ups are made of is told to whoever looks words up.
import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';

import { LEXICON } from '../../web/src/app/features/account/credited.ts';

test('every source of the lexicon is credited, under its licence', async () => {
  const pinned = await readFile(new URL('../../../deploy/lexicon/sources.toml', import.meta.url), 'utf8');
  const sources = [...pinned.matchAll(/^title = "(?<title>.+)"\nlicence = "(?<licence>.+)"$/gm)];
  expect(sources.length).toBe(pinned.match(/^sha256 = /gm)?.length);
  expect(LEXICON).toEqual(sources.map(({ groups: { title, licence } }) => ({ title, licence })));
});
