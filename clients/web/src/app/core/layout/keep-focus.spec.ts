import { Component, signal } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';

import { keepFocus } from './keep-focus';

@Component({
  template: `
    <main>
      <section>
        @if (isThere()) {
          <div><button class="gone" type="button">Remove</button></div>
        }
        <button class="busy" type="button" [disabled]="isBusy()">Save</button>
      </section>
      @if (isThere()) {
        <section><button class="alone" type="button">Take</button></section>
      }
    </main>
  `,
})
class Screen {
  readonly isThere = signal(true);
  readonly isBusy = signal(false);

  constructor() {
    keepFocus();
  }
}

describe('the place of the keyboard', () => {
  let fixture: ComponentFixture<Screen>;
  let page: HTMLElement;

  beforeEach(async () => {
    fixture = TestBed.createComponent(Screen);
    page = fixture.nativeElement as HTMLElement;
    document.body.append(page);
    await fixture.whenStable();
  });

  const button = (name: string) => page.querySelector<HTMLButtonElement>(`.${name}`)!;
  const become = async (state: 'isThere' | 'isBusy', value: boolean) => {
    fixture.componentInstance[state].set(value);
    await fixture.whenStable();
  };

  it('is around what has gone', async () => {
    button('gone').focus();
    await become('isThere', false);
    expect(document.activeElement).toBe(page.querySelector('section'));
  });

  it('is left to the browser where the whole part has gone', async () => {
    button('alone').focus();
    await become('isThere', false);
    expect(document.activeElement).toBe(document.body);
  });

  it('is on the same button again when that is no longer under way', async () => {
    button('busy').focus();
    await become('isBusy', true);
    // Browsers let go of what is disabled.
    button('busy').blur();
    expect(document.activeElement).toBe(document.body);
    await become('isBusy', false);
    expect(document.activeElement).toBe(button('busy'));
  });

  it('is nowhere once somebody has pressed beside everything', async () => {
    button('gone').focus();
    document.body.dispatchEvent(new Event('pointerdown', { bubbles: true }));
    await become('isThere', false);
    expect(document.activeElement).toBe(document.body);
  });

  it('stays where somebody has taken it meanwhile', async () => {
    button('gone').focus();
    button('busy').focus();
    await become('isThere', false);
    expect(document.activeElement).toBe(button('busy'));
  });
});
