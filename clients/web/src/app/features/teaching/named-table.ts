const ID = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}),/;
/** A spreadsheet takes what begins so for a formula (OWASP, CSV injection). */
const FORMULA = /^[=+\-@\t\r]/;

/** The students in a table that the server made. */
export function idsIn(table: string): string[] {
  return table.split('\r\n').flatMap((row) => ID.exec(row)?.[1] ?? []);
}

/** The same table with a first column of names: the server that makes it knows none. */
export function withNames(table: string, heading: string, nameOf: (userId: string) => string): string {
  const [headings = '', ...rows] = table.split('\r\n');
  const named = rows.map((row) => {
    const [, userId] = ID.exec(row) ?? [];
    return userId ? `${cell(nameOf(userId))},${row}` : row;
  });
  return [`${cell(heading)},${headings}`, ...named].join('\r\n');
}

/** A name is foreign text: quoted as RFC 4180 has it, and no formula. */
function cell(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
