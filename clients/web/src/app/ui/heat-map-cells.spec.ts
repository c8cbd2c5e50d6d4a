import { weeksOf } from './heat-map-cells';

const cell = (day: string, amount: number) => ({ day, amount, name: day, text: String(amount) });

describe('days in their places', () => {
  it('begin a column on Monday', () => {
    const { weeks, items } = weeksOf(['2026-11-28', '2026-11-29', '2026-11-30'].map((day) => cell(day, 0)));
    expect(items.map(({ week, weekday }) => [week, weekday])).toEqual([
      [0, 5],
      [0, 6],
      [1, 0],
    ]);
    expect(weeks).toBe(2);
  });

  it('are measured against the day with most, and what is more than nothing is seen', () => {
    const { items } = weeksOf([cell('2026-11-23', 0), cell('2026-11-24', 1), cell('2026-11-25', 100)]);
    expect(items.map(({ level }) => level)).toEqual([0, 1, 4]);
  });

  it('are none where there are none', () => {
    expect(weeksOf([]).items).toEqual([]);
  });
});
