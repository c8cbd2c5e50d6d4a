import { Component, computed, inject, resource, signal } from '@angular/core';
import { answerOf } from '@tall/api/http';

import { API } from '../../core/http/api';
import { Formats } from '../../core/i18n/formats';
import { Translator } from '../../core/i18n/translator';
import { Failure } from '../../ui/failure';
import { Icon } from '../../ui/icon';
import { Loaded } from '../../ui/loaded';
import { Page } from '../../ui/page';

/** Where somebody is logged in, and how to end it there. */
@Component({
  selector: 'tall-sessions',
  imports: [Failure, Icon, Loaded, Page],
  templateUrl: './sessions.html',
})
export class Sessions {
  protected readonly t = inject(Translator).t;
  protected readonly formats = inject(Formats);
  private readonly api = inject(API);

  protected readonly sessions = resource({ loader: () => answerOf(this.api.GET('/api/v2/profile/sessions')) });
  protected readonly items = computed(() => (this.sessions.hasValue() ? this.sessions.value().items : []));
  protected readonly hasOthers = computed(() => this.items().some((session) => !session.current));
  protected readonly failure = signal<unknown>(undefined);

  protected async end(sessionId: string): Promise<void> {
    const path = { sessionId };
    await this.after(answerOf(this.api.DELETE('/api/v2/profile/sessions/{sessionId}', { params: { path } })));
  }

  protected async endOthers(): Promise<void> {
    const query = { which: 'others' } as const;
    await this.after(answerOf(this.api.DELETE('/api/v2/profile/sessions', { params: { query } })));
  }

  private async after(ended: Promise<unknown>): Promise<void> {
    this.failure.set(undefined);
    await ended.then(
      () => this.sessions.reload(),
      (failure: unknown) => this.failure.set(failure),
    );
  }
}
