import { Component, computed, inject, input, output, resource, signal } from '@angular/core';

import { Formats } from '../../core/i18n/formats';
import { Translator } from '../../core/i18n/translator';
import { Failure } from '../../ui/failure';
import { Icon } from '../../ui/icon';
import { Loaded } from '../../ui/loaded';
import { PeopleApi } from './people-api';

/** Where somebody is logged in, and ending it there. */
@Component({
  selector: 'tall-sessions-panel',
  imports: [Failure, Icon, Loaded],
  templateUrl: './sessions-panel.html',
})
export class SessionsPanel {
  readonly userId = input.required<string>();
  /** The account has another revision with it. */
  readonly changed = output();

  protected readonly t = inject(Translator).t;
  protected readonly formats = inject(Formats);
  private readonly people = inject(PeopleApi);

  protected readonly sessions = resource({
    params: () => this.userId(),
    loader: ({ params }) => this.people.sessions(params),
  });
  protected readonly items = computed(() => (this.sessions.hasValue() ? this.sessions.value().items : []));
  protected readonly failure = signal<unknown>(undefined);

  protected end(sessionId: string): Promise<void> {
    return this.after(this.people.endSession(this.userId(), sessionId));
  }

  protected endAll(): Promise<void> {
    return this.after(this.people.endSessions(this.userId()));
  }

  private async after(ended: Promise<void>): Promise<void> {
    this.failure.set(undefined);
    await ended.then(
      () => {
        this.sessions.reload();
        this.changed.emit();
      },
      (failure: unknown) => this.failure.set(failure),
    );
  }
}
