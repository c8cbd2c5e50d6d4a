/** The columns of a file of people, as `POST /profile/user-imports` reads them. */
export const COLUMNS = ['email', 'givenName', 'familyName', 'role', 'language', 'teacher'] as const;

/** Somebody who is to have an account. */
export type Invited = Readonly<Record<(typeof COLUMNS)[number], string>>;

/** A file of people in CSV (RFC 4180), whatever they are called. */
export function peopleFile(people: readonly Invited[]): string {
  const lines = [COLUMNS, ...people.map((person) => COLUMNS.map((column) => person[column].trim()))];
  return lines.map((cells) => `${cells.map(quoted).join(',')}\r\n`).join('');
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
