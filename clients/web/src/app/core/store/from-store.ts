import { DestroyRef, inject, signal, type Signal } from '@angular/core';
import type { StoreApi } from 'zustand/vanilla';

/** A part of a store as a signal, for as long as its caller lives. */
export function fromStore<State, Part>(store: StoreApi<State>, part: (state: State) => Part): Signal<Part> {
  const selected = signal(part(store.getState()));
  const stop = store.subscribe((state) => selected.set(part(state)));
  inject(DestroyRef).onDestroy(stop);
  return selected.asReadonly();
}
