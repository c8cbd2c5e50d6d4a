const PREFIX = 'tall.offline.';

/** One for each student, so that nobody finds what is another's. */
export function databaseOf(userId: string): string {
  return PREFIX + userId;
}

/** Erases what is kept of everybody on this device, but for one. */
export async function eraseDevices(except: string | undefined): Promise<void> {
  const kept = except === undefined ? undefined : databaseOf(except);
  for (const { name } of await indexedDB.databases()) {
    if (name?.startsWith(PREFIX) && name !== kept) indexedDB.deleteDatabase(name);
  }
}
