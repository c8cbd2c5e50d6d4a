import { inject } from '@angular/core';

import type { Area } from './texts-of';
import { Translator } from './translator';

/** Fetches a screen, or the routes of an area, and beside it what that area says. */
export function withTexts<Screen>(area: Area, load: () => Promise<Screen>): () => Promise<Screen> {
  return async () => {
    const [screen] = await Promise.all([load(), inject(Translator).include(area)]);
    return screen;
  };
}
