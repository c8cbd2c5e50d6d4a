import { idsIn, withNames } from './named-table';

const ANNA = '0197a3c8-54f6-7c1e-9c77-6d1e7a3b9f10';
const TABLE = `student_id,needs,due_today\r\n${ANNA},inactive due-load,121\r\n`;

describe('a table of students', () => {
  it('knows whom it is about', () => {
    expect(idsIn(TABLE)).toEqual([ANNA]);
  });

  it('gets a column of names', () => {
    expect(withNames(TABLE, 'name', () => 'Anna Sokolova')).toBe(
      `name,student_id,needs,due_today\r\nAnna Sokolova,${ANNA},inactive due-load,121\r\n`,
    );
  });

  it.each([
    ['de Vries, Jan', '"de Vries, Jan"'],
    ['Jan "Piet"', '"Jan ""Piet"""'],
    ['=HYPERLINK("x")', `"'=HYPERLINK(""x"")"`],
    ['+31', "'+31"],
  ])('takes a name for text and nothing else: %s', (name, written) => {
    expect(withNames(TABLE, 'name', () => name)).toContain(`\r\n${written},${ANNA}`);
  });
});
