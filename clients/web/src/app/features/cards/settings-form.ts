import type { SettingsChange, SettingsView } from './settings-api';

/** What is typed of the settings. It has the shape of what is sent, so that a fault finds its field. */
export interface SettingsForm {
  newWords: string;
  /** In percent. */
  desiredRetention: string;
  /** How full each day may be, in percent of a usual day, Monday first. */
  week: readonly string[];
  /** No day is no exam. */
  exam: { on: string; topics: readonly string[] };
  zone: string;
}

export const MOST_NEW_WORDS = 200;
/** In percent, as the server takes it. */
export const RETENTION = { least: 80, most: 95 } as const;
/** A usual day, half of one, a day off: in percent. */
export const LOADS = ['100', '50', '0'] as const;

const WHOLE_NUMBER = /^\d{1,3}$/;

export function settingsForm(settings: SettingsView | undefined, zoneHere: string): SettingsForm {
  const { newWords = 20, desiredRetention = 0.9, week = Array<number>(7).fill(100), exam, zone } = settings ?? {};
  return {
    newWords: String(newWords),
    desiredRetention: String(Math.round(desiredRetention * 100)),
    week: week.map(String),
    exam: { on: exam?.on ?? '', topics: exam?.topics ?? [] },
    zone: zone ?? zoneHere,
  };
}

export function isWithin(typed: string, least: number, most: number): boolean {
  return WHOLE_NUMBER.test(typed) && Number(typed) >= least && Number(typed) <= most;
}

/** Whether something can be asked on at least one day. */
export function hasStudyDay(week: SettingsForm['week']): boolean {
  return week.some((load) => load !== '0');
}

/** Another device may have chosen a share that is not offered here: it stays until another is chosen. */
export function loadsFor(load: string): string[] {
  return LOADS.some((one) => one === load) ? [...LOADS] : [load, ...LOADS];
}

/** What differs from what was set. */
export function settingsChange(before: SettingsView, typed: SettingsForm): SettingsChange {
  const was = settingsForm(before, before.zone);
  const differs = (field: keyof SettingsForm) => JSON.stringify(typed[field]) !== JSON.stringify(was[field]);
  const { on, topics } = typed.exam;
  return {
    ...(differs('newWords') && { newWords: Number(typed.newWords) }),
    ...(differs('desiredRetention') && { desiredRetention: Number(typed.desiredRetention) / 100 }),
    ...(differs('week') && { week: typed.week.map(Number) }),
    ...(differs('exam') && { exam: on === '' ? null : { on, topics: [...topics] } }),
    ...(differs('zone') && { zone: typed.zone }),
  };
}
