import { booleanAttribute, Component, computed, inject, input, output } from '@angular/core';

import { FailureMessages } from '../core/http/failure-message';
import { Translator } from '../core/i18n/translator';
import { Icon } from './icon';

/** What went wrong and what to do; announced when it appears. */
@Component({
  selector: 'tall-failure',
  imports: [Icon],
  template: `
    <tall-icon name="warning" />
    <div>
      <p>{{ message() }}</p>
      @if (trace(); as id) {
        <p class="small">{{ t('failure.trace', { id }) }}</p>
      }
    </div>
    @if (canRetry()) {
      <button class="button outlined" type="button" (click)="retried.emit()">{{ t('failure.retry') }}</button>
    }
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      gap: 0.75rem;
      align-items: center;
      padding: 0.875rem 1rem;
      background: var(--tall-wrong-soft);
      color: var(--tall-wrong);
      border-radius: var(--tall-radius-small);
    }
  `,
  host: { role: 'alert' },
})
export class Failure {
  readonly of = input.required<unknown>();
  readonly canRetry = input(false, { transform: booleanAttribute });
  readonly retried = output();

  protected readonly t = inject(Translator).t;
  private readonly messages = inject(FailureMessages);
  protected readonly message = computed(() => this.messages.of(this.of()));
  protected readonly trace = computed(() => this.messages.traceOf(this.of()));
}
