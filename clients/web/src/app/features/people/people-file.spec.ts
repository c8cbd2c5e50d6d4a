import { peopleFile } from './people-file';

describe('a file of people', () => {
  it('is its headings alone where nobody is in it', () => {
    expect(peopleFile([])).toBe('email,givenName,familyName,role,language,teacher\r\n');
  });

  it('keeps names as they are typed', () => {
    const person = { email: ' a@example.org ', givenName: 'Anna "An", Maria', familyName: 'de Wit', teacher: '' };
    expect(peopleFile([{ ...person, role: 'student', language: 'nl' }]).split('\r\n')[1]).toBe(
      'a@example.org,"Anna ""An"", Maria",de Wit,student,nl,',
    );
  });
});
