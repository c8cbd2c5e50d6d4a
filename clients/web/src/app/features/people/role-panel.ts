import { Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import type { Tagged } from '@tall/api/http';

import { Translator } from '../../core/i18n/translator';
import { Failure } from '../../ui/failure';
import { SelectField } from '../../ui/select-field';
import { PeopleApi, type Role, ROLES, type User } from './people-api';

/** What somebody may do, and giving them another role. */
@Component({
  selector: 'tall-role-panel',
  imports: [Failure, SelectField],
  template: `
    <section class="panel stack" [attr.aria-label]="t('people.role')">
      <h2>{{ t('people.role') }}</h2>
      <tall-select-field
        [label]="t('role-panel.label')"
        [options]="options()"
        [value]="chosen()"
        (chosen)="chosen.set($event)"
      />
      <p class="small soft">{{ t('role-panel.text') }}</p>
      @if (failure(); as why) {
        <tall-failure [of]="why" />
      }
      <div>
        <button class="button outlined" type="button" [disabled]="isSame() || isBusy()" (click)="give()">
          {{ t('role-panel.give') }}
        </button>
      </div>
    </section>
  `,
})
export class RolePanel {
  readonly of = input.required<Tagged<User>>();
  /** Else only those between whom an educational administrator chooses. */
  readonly mayGiveAll = input.required<boolean>();
  readonly changed = output<Tagged<User>>();

  protected readonly t = inject(Translator).t;
  private readonly people = inject(PeopleApi);

  protected readonly options = computed(() => {
    const roles: readonly Role[] = this.mayGiveAll() ? ROLES : ['student', 'teacher'];
    return roles.map((value) => ({ value, label: this.t(`role.${value}`) }));
  });
  protected readonly chosen = linkedSignal(() => this.of().value.role);
  protected readonly isSame = computed(() => this.chosen() === this.of().value.role);
  protected readonly isBusy = signal(false);
  protected readonly failure = signal<unknown>(undefined);

  protected async give(): Promise<void> {
    const { value, etag } = this.of();
    this.failure.set(undefined);
    this.isBusy.set(true);
    await this.people
      .giveRole(value.id, this.chosen(), etag)
      .then((user) => this.changed.emit(user))
      .catch((failure: unknown) => this.failure.set(failure));
    this.isBusy.set(false);
  }
}
