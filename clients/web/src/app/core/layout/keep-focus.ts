import { afterEveryRender, DestroyRef, DOCUMENT, inject } from '@angular/core';

/**
 * Keeps the place of the keyboard. What it is on may go away, or be disabled while something is under way: then it is there
 * again as soon as that can be, or on what was around it. Whoever presses beside everything gives the place up.
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

/** What an element of the screen is in, the nearest first. */
function aroundOf(element: HTMLElement): HTMLElement[] {
  const found: HTMLElement[] = [];
  const main = element.closest('main');
  for (let one = element.parentElement; main && one && main.contains(one); one = one.parentElement) found.push(one);
  return found;
}
