import { partsOf } from './erased-parts';

describe('the parts of an erasure', () => {
  it('are those that are done as they were done, then those to come', () => {
    const parts = partsOf([
      { service: 'lobby', holdings: [] },
      { service: 'profile', confirmedAt: '2026-11-28T20:16:00.000Z', holdings: [] },
      { service: 'pii', confirmedAt: '2026-11-28T20:15:30.500Z', holdings: [] },
    ]);
    expect(parts.map(({ service }) => service)).toEqual(['pii', 'profile', 'lobby']);
  });

  it('count everything that a service has erased', () => {
    const holdings = [
      { name: 'users', count: 1 },
      { name: 'sessions', count: 4 },
    ];
    const confirmedAt = '2026-11-28T20:16:00.000Z';
    expect(partsOf([{ service: 'profile', confirmedAt, holdings }])).toEqual([
      { service: 'profile', confirmedAt, records: 5 },
    ]);
  });
});
