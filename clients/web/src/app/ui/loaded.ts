import { Component, input, type Resource } from '@angular/core';

import { Failure } from './failure';
import { Skeleton } from './skeleton';

/** What is shown once it is here; until then its shape, and where it cannot be had, why and another try. */
@Component({
  selector: 'tall-loaded',
  imports: [Failure, Skeleton],
  template: `
    @if (of().error(); as failure) {
      <tall-failure [of]="failure" canRetry (retried)="again()" />
    } @else if (of().hasValue()) {
      <ng-content />
    } @else {
      <tall-skeleton [lines]="lines()" />
    }
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: inherit;
    }
  `,
})
export class Loaded {
  readonly of = input.required<Resource<unknown> & { reload?: () => boolean }>();
  readonly lines = input(3);

  protected again(): void {
    this.of().reload?.();
  }
}
