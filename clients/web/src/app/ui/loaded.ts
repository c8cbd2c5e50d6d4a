import { Component, computed, inject, input, type Resource } from '@angular/core';
import { isProblem } from '@tall/api/http';

import { Translator } from '../core/i18n/translator';
import { Empty } from './empty';
import { Failure } from './failure';
import { Skeleton } from './skeleton';

/**
 * What is shown once it is here; until then its shape, and where it cannot be had, why and another try. What is not there is
 * no failure, and no more is an address that nothing can have.
 */
@Component({
  selector: 'tall-loaded',
  imports: [Empty, Failure, Skeleton],
  template: `
    @if (isGone()) {
      <tall-empty role="alert" [title]="t('failure.not-here')" [text]="t('failure.gone')">
        <button class="button outlined" type="button" (click)="again()">{{ t('failure.retry') }}</button>
      </tall-empty>
    } @else if (of().error(); as failure) {
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

  protected readonly t = inject(Translator).t;
  protected readonly isGone = computed(() => isProblem(this.of().error(), 'not-found', 'invalid-fields'));

  protected again(): void {
    this.of().reload?.();
  }
}
