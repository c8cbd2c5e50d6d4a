const running = new Map<string, Promise<unknown>>();

/** One at a time under a name, over all tabs where the browser has Web Locks, and in this one where it has not. */
export async function exclusively<T>(name: string, work: () => Promise<T>): Promise<T> {
  if ('locks' in navigator) return navigator.locks.request(name, work);
  const before = running.get(name) ?? Promise.resolve();
  const mine = before.then(work, work);
  running.set(name, mine);
  return mine;
}
