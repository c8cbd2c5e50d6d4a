import { daysEnding } from './statistics-api';

describe('days', () => {
  it('end with the one that is given, over the ends of months and of summer time', () => {
    expect(daysEnding('2026-03-01', 3)).toEqual(['2026-02-27', '2026-02-28', '2026-03-01']);
    expect(new Set(daysEnding('2026-11-29', 182)).size).toBe(182);
  });
});
