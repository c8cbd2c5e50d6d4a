const PREFIX = 'tall.offline.';
const SOUNDS = 'tall.sounds.';

/** One for each student, so that nobody finds what is another's. */
export function databaseOf(userId: string): string {
  return PREFIX + userId;
}

/** Under which name the recordings of a student are kept. Not a cache of the client's own files. */
export function soundsOf(userId: string): string {
  return SOUNDS + userId;
}

/** Erases what is kept of everybody on this device, but for one. */
export async function eraseDevices(except: string | undefined): Promise<void> {
  await Promise.all([eraseDatabases(except), eraseSounds(except)]);
}

async function eraseSounds(except: string | undefined): Promise<void> {
  if (!('caches' in globalThis)) return;
  const kept = except === undefined ? undefined : soundsOf(except);
  for (const name of await caches.keys()) {
    if (name.startsWith(SOUNDS) && name !== kept) await caches.delete(name);
  }
}

async function eraseDatabases(except: string | undefined): Promise<void> {
  const kept = except === undefined ? undefined : databaseOf(except);
  for (const { name } of await indexedDB.databases()) {
    if (name?.startsWith(PREFIX) && name !== kept) indexedDB.deleteDatabase(name);
  }
}
