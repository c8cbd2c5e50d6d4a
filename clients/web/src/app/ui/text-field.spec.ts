import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { email, form } from '@angular/forms/signals';

import { KEYS_FOR_TEXTS } from '../../testing/words';
import { TextField } from './text-field';

@Component({ imports: [TextField], template: '<tall-text-field label="Email" [field]="form.email" />' })
class Screen {
  protected readonly form = form(signal({ email: '' }), (path) => email(path.email));
}

describe('what is wrong in a field', () => {
  afterEach(() => vi.useRealTimers());

  async function open() {
    TestBed.configureTestingModule({ providers: [KEYS_FOR_TEXTS] });
    const fixture = TestBed.createComponent(Screen);
    await fixture.whenStable();
    vi.useFakeTimers();
    const page = fixture.nativeElement as HTMLElement;
    const input = page.querySelector('input')!;
    const write = (text: string) => {
      input.value = text;
      input.dispatchEvent(new Event('input'));
    };
    const leave = () => input.dispatchEvent(new Event('blur'));
    const press = (type: string) => document.dispatchEvent(new Event(type));
    const error = () => {
      TestBed.tick();
      return page.querySelector('.error')?.textContent.trim();
    };
    return { write, leave, press, error };
  }

  it('is said when somebody has left it', async () => {
    const { write, leave, error } = await open();
    write('nobody');
    expect(error()).toBeUndefined();
    leave();
    expect(error()).toBe('field.invalid-email');
    write('anna@tall.example');
    expect(error()).toBeUndefined();
  });

  it('is not said before what they press is clicked', async () => {
    const { write, leave, press, error } = await open();
    write('nobody');
    press('pointerdown');
    leave();
    await vi.advanceTimersByTimeAsync(500);
    expect(error()).toBeUndefined();
    press('pointerup');
    expect(error()).toBeUndefined();
    press('click');
    await vi.advanceTimersByTimeAsync(1);
    expect(error()).toBe('field.invalid-email');
  });

  it('is said a moment after a press that clicks nothing', async () => {
    const { write, leave, press, error } = await open();
    write('nobody');
    press('pointerdown');
    leave();
    press('pointercancel');
    await vi.advanceTimersByTimeAsync(400);
    expect(error()).toBe('field.invalid-email');
  });
});
