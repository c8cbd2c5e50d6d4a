import { withField } from './file-mapping';
import type { FileMapping } from './files-api';

const none = { gloss: null, sentence: null, translation: null, tags: null, list: null, remark: null };
const mapping: FileMapping = {
  droppedTags: ['leech'],
  lists: {},
  noteTypes: { table: { ...none, dutch: '1' } },
};

describe('which field is what', () => {
  it('changes for one column', () => {
    expect(withField(mapping, 'table', 'gloss', '2')).toEqual({
      ...mapping,
      noteTypes: { table: { ...none, dutch: '1', gloss: '2' } },
    });
  });

  it('begins with nothing for a kind of note that was not named', () => {
    expect(withField(mapping, 'Basic', 'dutch', 'Front').noteTypes).toEqual({
      ...mapping.noteTypes,
      Basic: { ...none, dutch: 'Front' },
    });
  });

  it('leaves out a kind of note of which nothing is named', () => {
    expect(withField(mapping, 'table', 'dutch', null).noteTypes).toEqual({});
  });
});
