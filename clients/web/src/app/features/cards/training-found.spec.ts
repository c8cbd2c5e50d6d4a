import { trainingFound } from './training-found';

const measured = (logLoss: number) => ({
  answers: 90,
  logLoss,
  rmseBins: 0.05,
  predictedRetention: 0.9,
  trueRetention: 0.88,
});
const triedAt = '2026-11-28T03:10:00.000Z';

describe('what a training found', () => {
  it('is nothing before there were answers enough', () => {
    expect(trainingFound({})).toEqual({ key: 'statistics.training-none' });
    const training = { triedAt, usableAnswers: 410, accepted: false };
    expect(trainingFound({ training })).toEqual({ key: 'statistics.training-few', answers: 410 });
  });

  it('is how much better the own memory is foretold', () => {
    const training = { triedAt, usableAnswers: 520, accepted: true, used: measured(0.34), unused: measured(0.37) };
    expect(trainingFound({ training })).toEqual({
      key: 'statistics.training-better',
      triedAt,
      answers: 520,
      used: 0.34,
      unused: 0.37,
    });
  });

  it('is that it stays as it was where nothing is gained', () => {
    const training = { triedAt, usableAnswers: 520, accepted: false, used: measured(0.34), unused: measured(0.36) };
    expect(trainingFound({ training })).toMatchObject({ key: 'statistics.training-same', used: 0.34, unused: 0.36 });
  });
});
