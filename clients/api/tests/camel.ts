/** The server's names are `snake_case`, those of clients `camelCase`. */
export function camel(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(camel);
  }
  if (value === null || typeof value !== 'object') {
    return value;
  }
  const name = (key: string): string => key.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
  return Object.fromEntries(Object.entries(value).map(([key, field]) => [name(key), camel(field)]));
}
