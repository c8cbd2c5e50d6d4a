import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { form } from '@angular/forms/signals';

import { KEYS_FOR_TEXTS } from '../../testing/words';
import { Submission } from './submission';

describe('sending a form', () => {
  function made(work: () => Promise<void>) {
    TestBed.configureTestingModule({ providers: [KEYS_FOR_TEXTS] });
    return TestBed.runInInjectionContext(() => {
      const fields = form(signal({ name: 'Anna' }));
      const submission = new Submission(fields, async () => {
        await work();
        fields().reset();
      });
      return { fields, submission };
    });
  }

  it('says that it is saved while what stands there is what was sent', async () => {
    const { fields, submission } = made(() => Promise.resolve());
    expect(submission.isSaved()).toBe(false);
    fields.name().markAsDirty();
    await submission.send();
    expect(submission.isSaved()).toBe(true);
    fields.name().markAsDirty();
    expect(submission.isSaved()).toBe(false);
    await submission.send();
    submission.forget();
    expect(submission.isSaved()).toBe(false);
  });

  it('does not say so of what failed, though what was sent before did not', async () => {
    const answers = [Promise.resolve(), Promise.reject(new Error('away'))];
    answers[1]?.catch(() => undefined);
    const { submission } = made(() => answers.shift() ?? Promise.resolve());
    await submission.send();
    await submission.send();
    expect(submission.isSaved()).toBe(false);
    expect(submission.failure()).toMatchObject({ message: 'away' });
  });
});
