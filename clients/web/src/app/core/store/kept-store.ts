import { createJSONStorage, persist } from 'zustand/middleware';
import { createStore, type StoreApi } from 'zustand/vanilla';

/** A store whose state outlives the page, and is one for all tabs. */
export interface KeptStore<State> extends StoreApi<State> {
  /** Takes over what another tab has kept since. */
  readAgain(): void;
}

interface Kept<State> {
  /** Under which key of LocalStorage. */
  readonly name: string;
  readonly initial: State;
  /** What was kept is foreign: another version wrote it, or a person. What cannot be read is passed over. */
  readonly read: (kept: unknown) => State | undefined;
  readonly storage: Storage;
}

export function keptStore<State extends object>({ name, initial, read, storage }: Kept<State>): KeptStore<State> {
  const store = createStore<State>()(
    persist(() => initial, {
      name,
      version: 1,
      storage: createJSONStorage(() => storage),
      merge: (kept, current) => read(kept) ?? current,
    }),
  );
  const readAgain = () => {
    // Where another tab has cleared everything there is nothing to take over but the beginning.
    if (storage.getItem(name) === null) store.setState(initial, true);
    else void store.persist.rehydrate();
  };
  addEventListener('storage', (event) => {
    if (event.storageArea === storage && (event.key === name || event.key === null)) readAgain();
  });
  // A page that comes back with the back button was told nothing in between.
  addEventListener('pageshow', (event) => {
    if (event.persisted) readAgain();
  });
  return Object.assign(store, { readAgain });
}
