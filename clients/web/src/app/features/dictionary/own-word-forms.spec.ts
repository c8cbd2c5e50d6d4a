import { formsOf } from './own-word-forms';

describe('forms of a word', () => {
  it('are those that are known', () => {
    expect(formsOf({ verb: { participle: 'gelopen', auxiliaries: ['hebben', 'zijn'] } })).toEqual([
      ['form.participle', 'gelopen'],
      ['form.auxiliary', 'hebben/zijn'],
    ]);
  });
});
