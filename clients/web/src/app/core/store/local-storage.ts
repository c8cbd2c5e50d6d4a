import { DOCUMENT, inject, InjectionToken } from '@angular/core';

/** What a browser keeps for this origin. */
export const LOCAL_STORAGE = new InjectionToken<Storage>('LocalStorage', {
  factory: () => {
    const view = inject(DOCUMENT).defaultView;
    if (view === null) throw new Error('there is no window');
    return view.localStorage;
  },
});
