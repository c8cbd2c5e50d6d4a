import { afterEveryRender, DestroyRef, DOCUMENT, inject } from '@angular/core';

/**
 * Keeps the place of the keyboard. What it is on may go away, or be disabled while something is under way: then it is there
 * again as soon as that can be, or on the part of the screen that it was in. Where all of that went, browsers go on from where
 * it was. Whoever presses beside everything gives the place up.
 */
export function keepFocus(): void {
  const page = inject(DOCUMENT);
  let last: HTMLElement | undefined;
  let around: readonly HTMLElement[] = [];

  const follow = ({ target }: FocusEvent) => {
    if (!(target instanceof HTMLElement)) return;
    last = target;
    around = aroundOf(target);
  };
  const giveUp = () => (last = undefined);
  page.addEventListener('focusin', follow);
  page.addEventListener('pointerdown', giveUp);
  inject(DestroyRef).onDestroy(() => {
    page.removeEventListener('focusin', follow);
    page.removeEventListener('pointerdown', giveUp);
  });

  afterEveryRender(() => {
    if (!last || page.activeElement !== page.body) return;
    if (last.isConnected && last.matches(':disabled')) return;
    const place = last.isConnected ? last : around.find((one) => one.isConnected);
    last = undefined;
    if (!place) return;
    if (place.tabIndex < 0) place.tabIndex = -1;
    place.focus({ preventScroll: true });
  });
}

/** Parts of a screen, smaller than the whole. */
const PARTS = 'section, form, fieldset, article, details, ul, ol, li, table, tr';

/** The parts of the screen that an element is in, the nearest first. */
function aroundOf(element: HTMLElement): HTMLElement[] {
  const found: HTMLElement[] = [];
  for (let one = element.parentElement; one; one = one.parentElement) if (one.matches(PARTS)) found.push(one);
  return found;
}
