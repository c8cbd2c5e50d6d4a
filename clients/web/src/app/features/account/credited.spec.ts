import { LEXICON, licencesOf } from './credited';

describe('the licences of what is not ours', () => {
  it('are each named, with where their text is', () => {
    expect(licencesOf('(ODbL-1.0 AND CC-BY-SA-4.0) OR MIT').map(({ id }) => id)).toEqual([
      'ODbL-1.0',
      'CC-BY-SA-4.0',
      'MIT',
    ]);
    expect(licencesOf('MIT')).toEqual([{ id: 'MIT', address: 'https://spdx.org/licenses/MIT.html' }]);
    for (const { licence } of LEXICON) expect(licencesOf(licence).length).toBeGreaterThan(0);
  });
});
