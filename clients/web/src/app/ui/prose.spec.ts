import { blocksOf } from './prose';

describe('prose', () => {
  it('reads headings, paragraphs and lists', () => {
    expect(blocksOf('# Terms\n\nOne\nline.\n\n- **first**\n- second\n  goes on')).toEqual([
      { kind: 'heading', text: 'Terms' },
      { kind: 'paragraph', text: 'One line.' },
      { kind: 'list', items: ['first', 'second goes on'] },
    ]);
  });

  it('leaves markup as the text that it is', () => {
    expect(blocksOf('<img src=x onerror=alert(1)>')).toEqual([
      { kind: 'paragraph', text: '<img src=x onerror=alert(1)>' },
    ]);
  });
});
