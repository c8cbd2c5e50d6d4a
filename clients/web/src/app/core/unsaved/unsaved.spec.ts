import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';

import { KEYS_FOR_TEXTS } from '../../../testing/words';
import { Session } from '../session/session';
import { Unsaved } from './unsaved';

describe('what was not saved', () => {
  const userId = signal<string | undefined>('somebody');
  let unsaved: Unsaved;
  beforeEach(() => {
    userId.set('somebody');
    TestBed.configureTestingModule({ providers: [KEYS_FOR_TEXTS, { provide: Session, useValue: { userId } }] });
    unsaved = TestBed.inject(Unsaved);
  });

  const isHeld = () => !window.dispatchEvent(new Event('beforeunload', { cancelable: true }));
  const answer = async (index: number) => {
    const asked = unsaved.mayLeave();
    const buttons = await vi.waitFor(() => {
      const found = document.querySelectorAll<HTMLButtonElement>('tall-leave-dialog button');
      expect(found).toHaveLength(2);
      return found;
    });
    buttons[index]?.click();
    return asked;
  };

  it('holds the page and asks, until it is forgotten', async () => {
    let isTyped = false;
    const forget = unsaved.keep(() => isTyped);
    expect(isHeld()).toBe(false);
    expect(await unsaved.mayLeave()).toBe(true);

    isTyped = true;
    expect(isHeld()).toBe(true);
    expect(await answer(1)).toBe(false);
    expect(await answer(0)).toBe(true);

    forget();
    expect(isHeld()).toBe(false);
    expect(await unsaved.mayLeave()).toBe(true);
  });

  it('holds nothing of somebody whose session is over, whoever is logged in then', async () => {
    unsaved.keep(() => true);
    for (const next of [undefined, 'somebody else']) {
      userId.set(next);
      expect(isHeld()).toBe(false);
      expect(await unsaved.mayLeave()).toBe(true);
    }
  });
});
