/** A value of a field for people: a list of words in a line, of things a line each. */
export function inWords(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (Array.isArray(value)) return value.map(inWords).join(value.some(isThing) ? '\n' : '; ');
  if (isThing(value)) return Object.values(value).map(inWords).join(' · ');
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function isThing(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
