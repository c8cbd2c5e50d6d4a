import type { AnswerLanguageCode } from './answer-language';
import type { WeekSettingsChange, WeekSettingsView } from './week-api';

export type Measure = 'words' | 'minutes';

/** What is typed of the settings. */
export interface TypedSettings {
  measure: Measure;
  amount: string;
  language: AnswerLanguageCode;
  zone: string;
}

/** So many words a week, so many minutes a day: as the server takes them. */
export const LONGEST: Readonly<Record<Measure, number>> = { words: 100, minutes: 240 };
const USUAL: Readonly<Record<Measure, number>> = { words: 20, minutes: 15 };

/** What is set; where nothing is yet, what counts here. */
export function typedOf(
  settings: WeekSettingsView | undefined,
  zoneHere: string,
  language: AnswerLanguageCode,
): TypedSettings {
  const measure = typeof settings?.minutesADay === 'number' ? 'minutes' : 'words';
  return {
    measure,
    amount: measureOf(settings, measure),
    language,
    zone: settings?.zone ?? zoneHere,
  };
}

/** As it is set, or as is usual where it is not. */
export function measureOf(settings: WeekSettingsView | undefined, measure: Measure): string {
  const set = measure === 'words' ? settings?.wordsAWeek : settings?.minutesADay;
  return String(set ?? USUAL[measure]);
}

/** Words and minutes are two ways to say one thing: one of them is sent. */
export function changeOf({ measure, amount, language, zone }: TypedSettings): WeekSettingsChange {
  const much = measure === 'words' ? { wordsAWeek: Number(amount) } : { minutesADay: Number(amount) };
  return { ...much, language, zone };
}
