import { dueDays, lastDays, schoolDay } from './school-days';

// Saturday the 28th at 23:30 in Amsterdam, which is an hour ahead of UTC in winter.
const EVENING = Date.UTC(2026, 10, 28, 22, 30);

describe('days at school', () => {
  it('end at four in the morning', () => {
    expect(schoolDay(EVENING)).toBe('2026-11-28');
    expect(schoolDay(Date.UTC(2026, 10, 29, 2, 59))).toBe('2026-11-28');
    expect(schoolDay(Date.UTC(2026, 10, 29, 3, 1))).toBe('2026-11-29');
  });

  it('without study are days too', () => {
    const studied = { day: '2026-11-27', answers: 12, correct: 10, minutes: 6 };
    expect(lastDays([studied], 3, EVENING)).toEqual([
      { day: '2026-11-26', answers: 0, correct: 0, minutes: 0 },
      studied,
      { day: '2026-11-28', answers: 0, correct: 0, minutes: 0 },
    ]);
  });

  it('bring what is due, today first', () => {
    expect(dueDays({ today: 5, coming: [1, 2] }, EVENING)).toEqual([
      { day: '2026-11-28', cards: 5 },
      { day: '2026-11-29', cards: 1 },
      { day: '2026-11-30', cards: 2 },
    ]);
  });
});
