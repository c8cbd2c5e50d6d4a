import { Action } from './action';

describe('what a button asks for', () => {
  it('is under way until it is done', async () => {
    const action = new Action();
    let finish: () => void = () => undefined;
    const asked = action.run(() => new Promise((resolve) => (finish = resolve)));
    expect(action.isBusy()).toBe(true);
    finish();
    await asked;
    expect(action.isBusy()).toBe(false);
    expect(action.failure()).toBeUndefined();
  });

  it('keeps why it failed until it is asked for again', async () => {
    const action = new Action();
    const failure = new Error('no connection');
    await action.run(() => Promise.reject(failure));
    expect(action.failure()).toBe(failure);
    expect(action.isBusy()).toBe(false);
    await action.run(() => Promise.resolve());
    expect(action.failure()).toBeUndefined();
  });
});
