import { DOCUMENT, inject, Service, signal } from '@angular/core';

/** A press that never ends is none any more. */
const LONGEST_MS = 2_000;
/** A click comes at once after the finger is lifted, or not at all. */
const CLICK_MS = 300;

/**
 * Whether somebody is pressing something, until it is clicked. The press takes the focus from a field: what is said then must
 * not move what is pressed from under the finger.
 */
@Service()
export class Press {
  private readonly pressing = signal(false);
  readonly isUnderWay = this.pressing.asReadonly();
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    const document = inject(DOCUMENT);
    const hear = (type: string, hearer: () => void) => document.addEventListener(type, hearer, { capture: true });
    hear('pointerdown', () => {
      this.pressing.set(true);
      this.endIn(LONGEST_MS);
    });
    for (const type of ['pointerup', 'pointercancel']) hear(type, () => this.endIn(CLICK_MS));
    hear('click', () => this.endIn(0));
  }

  private endIn(milliseconds: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.pressing.set(false), milliseconds);
  }
}
