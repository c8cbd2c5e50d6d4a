import { Component, computed, inject, input, resource, signal } from '@angular/core';
import { answerOf } from '@tall/api/http';

import { OPEN_API } from '../../core/http/open-api';
import { Translator } from '../../core/i18n/translator';
import { Failure } from '../../ui/failure';
import { Icon } from '../../ui/icon';
import { Schools } from './schools';

/** By whose word one can log in besides the password. Where that cannot be told, there is the password. */
@Component({
  selector: 'tall-school-buttons',
  imports: [Failure, Icon],
  template: `
    @for (school of schools(); track school.providerId) {
      <button class="button outlined" type="button" (click)="go(school.providerId)">
        <tall-icon name="school" /> {{ t('school.log-in', { name: school.name }) }}
      </button>
    }
    @if (failure(); as why) {
      <tall-failure [of]="why" />
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: 0.75rem;
    }
    :host:empty {
      display: none;
    }
  `,
})
export class SchoolButtons {
  readonly next = input<string>();

  protected readonly t = inject(Translator).t;
  private readonly api = inject(OPEN_API);
  private readonly way = inject(Schools);
  private readonly known = resource({ loader: () => answerOf(this.api.GET('/api/v2/profile/identity-providers')) });

  protected readonly schools = computed(() => (this.known.hasValue() ? this.known.value().items : []));
  protected readonly failure = signal<unknown>(undefined);

  protected async go(providerId: string): Promise<void> {
    this.failure.set(undefined);
    await this.way.goToLogIn(providerId, this.next()).catch((failure: unknown) => this.failure.set(failure));
  }
}
