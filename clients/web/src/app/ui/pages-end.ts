import { Component, inject, input } from '@angular/core';

import { Translator } from '../core/i18n/translator';
import { Failure } from './failure';
import type { Pages } from './pages';
import { Skeleton } from './skeleton';

/** Below a list that comes page by page: the next page, that it is on its way, or why it is not. */
@Component({
  selector: 'tall-pages-end',
  imports: [Failure, Skeleton],
  template: `
    @if (of().failure(); as why) {
      <tall-failure [of]="why" canRetry (retried)="of().more()" />
    } @else if (of().isLoading()) {
      <tall-skeleton />
    } @else if (of().hasMore()) {
      <p>
        <button class="button outlined" type="button" (click)="of().more()">{{ t('more') }}</button>
      </p>
    }
  `,
})
export class PagesEnd {
  readonly of = input.required<Pages<unknown>>();
  protected readonly t = inject(Translator).t;
}
