import { DestroyRef, DOCUMENT, inject, Injector, Service } from '@angular/core';
import type { CanDeactivateFn } from '@angular/router';

import { Session } from '../session/session';

/** What was typed and not saved, on the screens that stand. */
@Service()
export class Unsaved {
  private readonly injector = inject(Injector);
  private readonly session = inject(Session);
  /** Each with whose it is. */
  private readonly screens = new Map<() => boolean, string | undefined>();

  constructor() {
    const warn = (event: BeforeUnloadEvent) => {
      if (this.isThere()) event.preventDefault();
    };
    inject(DOCUMENT).defaultView?.addEventListener('beforeunload', warn);
  }

  /** Something that is asked whenever somebody would leave. Gives back what forgets it. */
  keep(isUnsaved: () => boolean): () => void {
    this.screens.set(isUnsaved, this.session.userId());
    return () => this.screens.delete(isUnsaved);
  }

  /** Asks whoever would lose something. What somebody typed whose session is over cannot be saved, nor may it stay. */
  async mayLeave(): Promise<boolean> {
    if (!this.isThere()) return true;
    const { openLeaveDialog } = await import('./leave-dialog');
    return openLeaveDialog(this.injector);
  }

  private isThere(): boolean {
    const userId = this.session.userId();
    return userId !== undefined && [...this.screens].some(([isUnsaved, whose]) => whose === userId && isUnsaved());
  }
}

/** For the constructor of a screen whose route has {@link askIfUnsaved}: the page is not left without a question either. */
export function keepUnsaved(isUnsaved: () => boolean): void {
  inject(DestroyRef).onDestroy(inject(Unsaved).keep(isUnsaved));
}

/** For `canDeactivate`. */
export const askIfUnsaved: CanDeactivateFn<unknown> = () => inject(Unsaved).mayLeave();
