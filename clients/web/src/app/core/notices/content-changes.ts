import { Service, signal } from '@angular/core';

/** Counts what the school has told of its content while this tab listened. */
@Service()
export class ContentChanges {
  private readonly heard = signal(0);
  readonly count = this.heard.asReadonly();

  tell(): void {
    this.heard.update((count) => count + 1);
  }
}
