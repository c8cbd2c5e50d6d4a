/** What is kept under a name that comes from outside: nothing of what every object answers to, `constructor` for one. */
export function own<Value>(record: Readonly<Partial<Record<string, Value>>>, name: string): Value | undefined {
  return new Map(Object.entries(record)).get(name);
}
