import type { Translation } from '@jsverse/transloco';

import type { Language } from '../preferences/preferences';
import { TEXTS } from './compiled/texts';

/** A part of the client with texts that it alone says. `scripts/messages.mjs` tells them apart. */
export type Area = keyof typeof TEXTS;

export async function textsOf(area: Area, language: Language): Promise<Translation> {
  return (await TEXTS[area][language]()).default;
}
