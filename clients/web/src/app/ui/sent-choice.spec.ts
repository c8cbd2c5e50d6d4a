import { signal } from '@angular/core';

import { SentChoice } from './sent-choice';

describe('a choice that is sent when it is made', () => {
  function made() {
    const kept = signal('nl');
    const answers: { agree: () => void; refuse: (why: unknown) => void }[] = [];
    const send = vi.fn(
      (value: string) =>
        new Promise<void>((resolve, refuse) => {
          const agree = () => {
            kept.set(value);
            resolve();
          };
          answers.push({ agree, refuse });
        }),
    );
    return { choice: new SentChoice(kept, send), answers, send };
  }

  it('is shown at once, and stays when the server agrees', async () => {
    const { choice, answers } = made();
    const sent = choice.choose('ru');
    expect(choice.value()).toBe('ru');
    await Promise.resolve();
    answers[0]!.agree();
    await sent;
    expect(choice.value()).toBe('ru');
    expect(choice.failure()).toBeUndefined();
  });

  it('goes back where it is refused, and says why until something else is chosen', async () => {
    const { choice, answers } = made();
    const sent = choice.choose('ru');
    await Promise.resolve();
    const why = new Error('no connection');
    answers[0]!.refuse(why);
    await sent;
    expect(choice.value()).toBe('nl');
    expect(choice.failure()).toBe(why);
    void choice.choose('en');
    await Promise.resolve();
    expect(choice.failure()).toBeUndefined();
  });

  it('is sent after the one before, and not at all when another came in between', async () => {
    const { choice, answers, send } = made();
    void choice.choose('ru');
    await Promise.resolve();
    void choice.choose('nl');
    const last = choice.choose('en');
    expect(send.mock.calls).toEqual([['ru']]);
    answers[0]!.agree();
    await vi.waitFor(() => expect(send).toHaveBeenCalledTimes(2));
    expect(choice.value()).toBe('en');
    answers[1]!.agree();
    await last;
    expect(send.mock.calls).toEqual([['ru'], ['en']]);
    expect(choice.value()).toBe('en');
  });
});
