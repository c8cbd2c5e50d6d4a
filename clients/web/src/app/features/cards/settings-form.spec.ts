import type { SettingsView } from './settings-api';
import { hasStudyDay, isWithin, loadsFor, settingsChange, settingsForm } from './settings-form';

const zone = 'Europe/Amsterdam';
const USUAL = [100, 100, 100, 100, 100, 100, 100];
const set: SettingsView = { newWords: 20, desiredRetention: 0.875, week: USUAL, language: 'en', zone };
const form = settingsForm(set, 'UTC');

describe('the settings of cards', () => {
  it('are shown as they are set, the aim in percent', () => {
    expect(settingsForm({ ...set, exam: { on: '2027-06-01', topics: ['food'] } }, 'UTC')).toEqual({
      newWords: '20',
      desiredRetention: '88',
      week: USUAL.map(String),
      exam: { on: '2027-06-01', topics: ['food'] },
      zone,
    });
  });

  it('are left as they are where nothing else was typed, be they finer than what is shown', () => {
    expect(settingsChange(set, form)).toEqual({});
  });

  it('are sent as the server counts', () => {
    const week = ['100', '100', '100', '100', '100', '50', '0'];
    const exam = { on: '2027-06-01', topics: ['food', 'house'] };
    const typed = { newWords: '7', desiredRetention: '92', week, exam, zone: 'UTC' };
    expect(settingsChange(set, typed)).toEqual({
      newWords: 7,
      desiredRetention: 0.92,
      week: [100, 100, 100, 100, 100, 50, 0],
      exam,
      zone: 'UTC',
    });
  });

  it('take an exam away whose day is taken away', () => {
    const before = { ...set, exam: { on: '2027-06-01', topics: ['food'] } };
    expect(settingsChange(before, { ...form, exam: { on: '', topics: ['food'] } })).toEqual({ exam: null });
  });

  it('take whole numbers from the least to the most', () => {
    expect(['80', '95'].every((typed) => isWithin(typed, 80, 95))).toBe(true);
    expect(['79', '96', '', '8O', '85.5', '-85', '0090'].some((typed) => isWithin(typed, 80, 95))).toBe(false);
  });

  it('leave a day to study', () => {
    expect(hasStudyDay(['0', '0', '0', '0', '0', '50', '0'])).toBe(true);
    expect(hasStudyDay(['0', '0', '0', '0', '0', '0', '0'])).toBe(false);
  });

  it('keep a share that is not offered until another is chosen', () => {
    expect(loadsFor('50')).toEqual(['100', '50', '0']);
    expect(loadsFor('70')).toEqual(['70', '100', '50', '0']);
  });
});
